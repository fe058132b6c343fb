//! Many small jobs on all cores.

use std::sync::Mutex;
use std::thread;

/// What each item comes to, in the order of the items.
///
/// # Panics
/// Where a job does.
pub fn map<'a, T: Sync, R: Send>(items: &'a [T], job: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    let queue = Mutex::new(items.iter().enumerate());
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let work = || {
        loop {
            let Some((index, item)) = queue.lock().unwrap().next() else {
                return;
            };
            let result = job(item);
            results.lock().unwrap().push((index, result));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().unwrap();
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
