//! Galley as a whole: golden articles, laws, the command line and the order of the house.

mod articles;

mod behaviour;

mod brackets;

mod jumbles;

mod golden;

mod gold;

mod floors;

mod copies;

mod import;

mod laws;

mod memory;

mod hostile;

mod borders;

mod cli;

mod tidy;

mod share;

mod world;

mod pages;

mod word;
