//! Which steps of the parser lose nothing of the true tree, from whatever state it has come to.

use galley::layers::syntax::parser::{LEFT, RIGHT, ROOT, SHIFT, STEPS, State};

/// How many true branches each step makes impossible.
pub fn costs(state: &State, truth: &[usize]) -> [usize; STEPS] {
    let end = truth.len();
    let head = |word: usize| if truth[word] == ROOT { end } else { truth[word] };
    let (stack, next) = (&state.stack, state.next);
    let mut costs = [0; STEPS];
    if next < end {
        let below = &stack[..stack.len().saturating_sub(1)];
        costs[SHIFT] = usize::from(below.contains(&head(next)))
            + stack.iter().filter(|&&word| head(word) == next).count();
    }
    let Some(&top) = stack.last() else { return costs };
    let lost = (next..end).filter(|&word| head(word) == top).count();
    let below = stack.len().checked_sub(2).map(|at| stack[at]);
    let later = head(top) > next && head(top) <= end;
    costs[LEFT] = lost + usize::from(later || Some(head(top)) == below);
    costs[RIGHT] = lost + usize::from(later || head(top) == next);
    costs
}
