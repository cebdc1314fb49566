//! Word tables, gazetteers and models, packed into the engine. Each has a card beside it.
