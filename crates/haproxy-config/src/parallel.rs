use std::sync::{Mutex, PoisonError};
use std::thread;

/// Another thread is not worth its time and memory for less than so many lines.
const LINES_OF_A_THREAD: usize = 20_000;

/// How many threads are worth starting for work on so many lines.
pub(crate) fn threads_for(lines: usize) -> usize {
    let useful = lines / LINES_OF_A_THREAD;
    if useful < 2 {
        return 1;
    }
    thread::available_parallelism().map_or(1, |processors| processors.get().min(useful))
}

/// What the work gives for each part, in the order of the parts, whichever of the threads did it.
///
/// The caller's thread is one of them. Each takes the next part when it is done with one, so that parts
/// may differ in size.
pub(crate) fn each<P: Send, R: Send>(
    threads: usize,
    parts: Vec<P>,
    work: impl Fn(P) -> R + Sync,
) -> Vec<R> {
    let others = threads.min(parts.len()).saturating_sub(1);
    if others == 0 {
        return parts.into_iter().map(work).collect();
    }
    let queue = Mutex::new(parts.into_iter().enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let take = || -> Vec<(usize, R)> {
        let parts = std::iter::from_fn(next);
        parts.map(|(index, part)| (index, work(part))).collect()
    };
    let mut results = thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take)).collect();
        let mut results = take();
        for thread in others {
            match thread.join() {
                Ok(own) => results.extend(own),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_parts() {
        for threads in 0..4 {
            let parts: Vec<usize> = (0..100).rev().collect();
            let results = each(threads, parts, |part| part * 10);
            assert!(results.into_iter().eq((0..100).rev().map(|part| part * 10)));
            assert!(each(threads, Vec::<u8>::new(), |part| part).is_empty());
        }
    }
}
