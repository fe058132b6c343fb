use super::{Operation, undone};
use crate::client::{Caller, Error, Transport};
use crate::command::{
    ClearTable, EntryData, EntrySelection, SetTable, ShowTable, TableEntry, TableName,
};

/// Adds entries to a stick table, or changes what they store: all of them, or none.
#[derive(Debug, Clone)]
pub struct StoreEntries {
    /// The table.
    pub table: TableName,
    /// Keys, and what they are to store.
    pub entries: Vec<(String, Vec<EntryData>)>,
}

impl StoreEntries {
    fn commands(&self) -> Vec<SetTable> {
        let entries = self.entries.iter();
        entries
            .map(|(key, data)| {
                SetTable::new(self.table.clone(), EntrySelection::Key(key.clone()))
                    .data(data.clone())
            })
            .collect()
    }

    async fn store<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        for answer in caller.batch(&self.commands()).await? {
            answer?;
        }
        Ok(())
    }

    /// Brings back what the keys stored; what was not there is removed.
    async fn restore<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        before: &[Option<TableEntry>],
    ) -> Result<(), Error> {
        for ((key, data), entry) in self.entries.iter().zip(before) {
            let selection = EntrySelection::Key(key.clone());
            if let Some(entry) = entry {
                let stored = data.iter().filter_map(|data| {
                    let value = entry.data.get(&data.data)?.value.clone();
                    Some(EntryData::new(data.data.clone(), value))
                });
                let command = SetTable::new(self.table.clone(), selection);
                caller
                    .call(&command.data(stored.collect::<Vec<_>>()))
                    .await?;
            } else {
                let command = ClearTable::new(self.table.clone()).selection(selection);
                caller.call(&command).await?;
            }
        }
        Ok(())
    }
}

impl Operation for StoreEntries {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        let keys = self.entries.iter().map(|(key, _)| {
            ShowTable::new(self.table.clone()).selection(EntrySelection::Key(key.clone()))
        });
        let keys: Vec<ShowTable> = keys.collect();
        let mut before = Vec::with_capacity(keys.len());
        for contents in caller.batch(&keys).await? {
            before.push(contents?.entries.into_iter().next());
        }
        match self.store(caller).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let undo = self.restore(caller, &before).await;
                Err(undone(error, undo))
            }
        }
    }
}
