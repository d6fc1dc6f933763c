//! Sorting that is compiled once. The standard library's sort is compiled anew for every type that is sorted, which made a tenth
//! of the page's program.

use std::cmp::Ordering;

/// Puts things in the order that `compare` says; equals stay as they stand to each other.
pub fn sort_by<T>(things: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    if things.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return;
    }
    let mut order: Vec<usize> = (0..things.len()).collect();
    sort_indices(&mut order, &mut |one, other| compare(&things[one], &things[other]));
    // Round by round of those that take each other's places.
    for first in 0..things.len() {
        let mut place = first;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == first {
                break;
            }
            things.swap(place, from);
            place = from;
        }
    }
}

/// Puts things in the order of their keys; those with equal keys stay as they stand to each other.
pub fn sort_by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(things, |one, other| key(one).cmp(&key(other)));
}

fn sort_indices(order: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    order.sort_by(|&one, &other| compare(one, other));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = ["cc", "a", "bb", "d", "e", "ff"].map(str::to_owned).to_vec();
        sort_by_key(&mut words, String::len);
        assert_eq!(words, ["a", "d", "e", "cc", "bb", "ff"]);
        sort_by(&mut words, |one, other| other.cmp(one));
        assert_eq!(words, ["ff", "e", "d", "cc", "bb", "a"]);
        sort_by_key(&mut Vec::<String>::new(), String::len);
    }
}
