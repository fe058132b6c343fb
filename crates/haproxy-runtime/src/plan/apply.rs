use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Plan;
use super::setting::Setter;
use super::step::{ServerDefinition, Stage, Step};
use super::verify;
use super::view::View;
use crate::client::{Caller, Error, Transport};
use crate::command::{
    AddSslCrtListLine, DelSslCrtList, DumpSslCert, FileName, OcspFormat, PatternSet, ServerPath,
    ShowAcl, ShowMap, ShowSslOcspResponseAs, Text,
};
use crate::operation::{
    CreateBackend, CreateServer, Operation, RemoveBackend, RemoveServer, RemoveStore, ReplaceAcl,
    ReplaceMap, Store, StoreContent, UpdateStore, undone,
};
use crate::protocol::Payload;

/// A step that was done.
enum Done {
    /// What undoes it, in this order.
    Reversible(Vec<Step>),
    /// It, where nothing does.
    Final(String),
}

impl Operation for Plan {
    type Outcome = ();

    async fn run<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        if self.needs_reload() {
            return Err(Error::NeedsReload {
                reasons: self.reasons.iter().map(ToString::to_string).collect(),
            });
        }
        let was_kept = caller.keep();
        let result = self.carry_out(caller).await;
        caller.set_kept(was_kept);
        if !was_kept {
            caller.disconnect();
        }
        result
    }
}

impl Plan {
    async fn carry_out<T: Transport>(&self, caller: &mut Caller<T>) -> Result<(), Error> {
        let view = View::read(caller, &self.steps).await?;
        verify::beginning(&self.steps, &view)?;
        let mut done = Vec::new();
        let result = self.steps(caller, &view, &mut done).await;
        let Err(error) = result else {
            return Ok(());
        };
        let mut undo = Ok(());
        while let Some(done) = done.pop() {
            let result = match done {
                Done::Reversible(steps) => self.perform_all(caller, &steps).await,
                Done::Final(what) => Err(Error::NotUndone { what }),
            };
            let is_gone = result
                .as_ref()
                .is_err_and(|error| error.is_timeout() || error.is_disconnect());
            // All that can be undone is; the first error is told.
            undo = undo.and(result);
            if is_gone {
                break;
            }
        }
        Err(undone(error, undo))
    }

    /// Does all steps; what undoes them is kept as far as it came.
    async fn steps<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        view: &View,
        done: &mut Vec<Done>,
    ) -> Result<(), Error> {
        let stages: Vec<&[Step]> = self
            .steps
            .chunk_by(|one, other| one.stage() == other.stage())
            .collect();
        for steps in &stages {
            match steps.first().map(Step::stage) {
                Some(Stage::Settings | Stage::Limits) => set(caller, steps, view, done).await?,
                _ => {
                    for step in *steps {
                        let back = back(caller, step, view).await?;
                        if let Err(error) = self.perform(caller, step, false).await {
                            // It has undone itself, as far as it knows what was there.
                            let undo = self.perform_all(caller, &regained(step, view)).await;
                            return Err(undone(error, undo));
                        }
                        done.push(back);
                    }
                }
            }
            verify::reached(caller, steps).await?;
        }
        if stages.len() > 1 {
            verify::reached(caller, &self.steps).await?;
        }
        Ok(())
    }

    /// Does steps that undo another.
    async fn perform_all<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        steps: &[Step],
    ) -> Result<(), Error> {
        for step in steps {
            self.perform(caller, step, true).await?;
        }
        Ok(())
    }

    /// Does one step. Where it undoes another, clients are not waited for.
    async fn perform<T: Transport>(
        &self,
        caller: &mut Caller<T>,
        step: &Step,
        is_undo: bool,
    ) -> Result<(), Error> {
        let removal = |server: &ServerPath| {
            if is_undo {
                RemoveServer::at_once(server.clone())
            } else {
                RemoveServer::drained(server.clone(), self.drain).then_cut_off()
            }
        };
        let addition = |server: &ServerPath, definition: &ServerDefinition| CreateServer {
            server: server.clone(),
            address: definition.address.clone(),
            parameters: definition.parameters.clone(),
            wait: self.wait.filter(|_| !is_undo),
        };
        match step {
            Step::CreateStore {
                store,
                file,
                content,
            } => update(caller, *store, file, content).await,
            Step::ReplaceStore {
                store, file, after, ..
            } => {
                if !store.has(caller, &file.as_str().into()).await? {
                    return Err(Error::Differs {
                        what: format!("it has no {store} {file}"),
                    });
                }
                update(caller, *store, file, after).await
            }
            Step::RemoveStore { store, file, .. } => {
                let remove = RemoveStore {
                    store: *store,
                    file: FileName::from(file.as_str()),
                };
                remove.run(caller).await
            }
            Step::ReplaceMap { file, entries, .. } => {
                let replace = ReplaceMap::new(PatternSet::file(file), entries.clone());
                replace.run(caller).await.map(|_| ())
            }
            Step::ReplaceAcl { file, patterns, .. } => {
                let replace = ReplaceAcl::new(PatternSet::file(file), patterns.clone());
                replace.run(caller).await.map(|_| ())
            }
            Step::AddCrtListLine { list, line } => {
                let command = AddSslCrtListLine::new(list.as_str().into(), Payload::new(line));
                caller.call(&command).await.map(|_| ())
            }
            Step::RemoveCrtListLine { list, line } => remove_line(caller, list, line).await,
            Step::AddBackend {
                backend,
                defaults,
                mode,
                servers,
            } => {
                let mut create = CreateBackend::new(backend.clone(), defaults);
                create.mode = *mode;
                let servers = servers.iter();
                create.servers = servers
                    .map(|(server, definition)| addition(server, definition))
                    .collect();
                create.run(caller).await
            }
            Step::RemoveBackend { backend, .. } => {
                let mut remove = RemoveBackend::new(backend.clone());
                remove.time = self.drain;
                remove.run(caller).await
            }
            Step::AddServer { server, definition } => {
                addition(server, definition).run(caller).await
            }
            Step::RemoveServer { server, .. } => removal(server).run(caller).await,
            Step::ReplaceServer {
                server,
                before,
                after,
            } => {
                removal(server).run(caller).await?;
                match addition(server, after).run(caller).await {
                    Ok(()) => Ok(()),
                    Err(error) => {
                        let undo = addition(server, before).run(caller).await;
                        Err(undone(error, undo))
                    }
                }
            }
            Step::SetServer { .. } | Step::SetFrontendMaxconn { .. } | Step::SetGlobal { .. } => {
                match setter(step) {
                    Some(command) => caller.call(&command).await.map(|_| ()),
                    None => Ok(()),
                }
            }
        }
    }
}

/// The command of a step that sets one value.
fn setter(step: &Step) -> Option<Setter> {
    match step {
        Step::SetServer { server, after, .. } => Some(Setter::server(server, after)),
        Step::SetFrontendMaxconn {
            frontend, after, ..
        } => Some(Setter::frontend(frontend, *after)),
        Step::SetGlobal { limit, after, .. } => Some(Setter::global(*limit, *after)),
        _ => None,
    }
}

/// Sets many values at once.
async fn set<T: Transport>(
    caller: &mut Caller<T>,
    steps: &[Step],
    view: &View,
    done: &mut Vec<Done>,
) -> Result<(), Error> {
    let commands: Vec<Setter> = steps.iter().filter_map(setter).collect();
    let mut undo = Vec::with_capacity(steps.len());
    for step in steps {
        undo.push(back(caller, step, view).await?);
    }
    let answers = match caller.batch(&commands).await {
        Ok(answers) => answers,
        Err(error) => {
            // Which were carried out is not known; setting them back changes nothing else.
            done.extend(undo);
            return Err(error);
        }
    };
    let mut first = Ok(());
    for (answer, undo) in answers.into_iter().zip(undo) {
        match answer {
            Ok(_) => done.push(undo),
            Err(error) => first = first.and(Err(error)),
        }
    }
    first
}

/// What undoes a step: back to what the process has, where it tells that.
async fn back<T: Transport>(
    caller: &mut Caller<T>,
    step: &Step,
    view: &View,
) -> Result<Done, Error> {
    let mut step = step.clone();
    match &mut step {
        Step::SetServer {
            server,
            before,
            after,
        } => {
            if let Some(found) = view.setting(server, after) {
                *before = found;
            }
        }
        Step::SetFrontendMaxconn {
            frontend, before, ..
        } => *before = view.frontend(frontend).or(*before),
        Step::SetGlobal { limit, before, .. } => *before = view.limit(*limit).or(*before),
        Step::ReplaceMap { file, before, .. } => {
            let found = caller
                .call(&ShowMap::new(PatternSet::file(file.as_str())))
                .await?
                .0;
            let listed = found
                .iter()
                .map(|entry| (entry.key.as_str(), entry.value.as_str()));
            // Where a key ends that holds a blank is not told.
            if !verify::entries(before).eq(listed.clone().map(verify::entry)) {
                *before = listed
                    .map(|(key, value)| (key.to_owned(), value.to_owned()))
                    .collect();
            }
        }
        Step::ReplaceAcl { file, before, .. } => {
            let found = caller
                .call(&ShowAcl::new(PatternSet::file(file.as_str())))
                .await?
                .0;
            *before = found.into_iter().map(|entry| entry.pattern).collect();
        }
        Step::ReplaceStore {
            store: Store::Certificate,
            file,
            before: before @ None,
            after,
        } => *before = held(caller, file, after).await?,
        _ => {}
    }
    let what = step.to_string();
    let regained = regained(&step, view);
    Ok(match step.reversed() {
        Some(step) => Done::Reversible([vec![step], regained].concat()),
        None => Done::Final(what),
    })
}

/// What a server has from commands that goes with it.
fn regained(step: &Step, view: &View) -> Vec<Step> {
    match step {
        Step::RemoveServer {
            server,
            definition: before,
        }
        | Step::ReplaceServer { server, before, .. } => before.regained(view, server),
        _ => Vec::new(),
    }
}

/// A certificate that the process has; `None` where it does not give it away, as HAProxy before 3.2.
async fn held<T: Transport>(
    caller: &mut Caller<T>,
    file: &str,
    other: &StoreContent,
) -> Result<Option<StoreContent>, Error> {
    let told = |answer| match answer {
        Ok(Text(text)) => Ok(Some(text)),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    };
    let Some(pem) = told(caller.call(&DumpSslCert::new(file.into())).await)? else {
        return Ok(None);
    };
    let command = ShowSslOcspResponseAs::new(OcspFormat::Base64, file.to_owned());
    let ocsp = told(caller.call(&command).await)?;
    Ok(Some(StoreContent {
        pem,
        // Who has given a certificate gives the next one.
        issuer: other.issuer.clone(),
        ocsp: ocsp.and_then(|text| STANDARD.decode(text.trim()).ok()),
    }))
}

async fn update<T: Transport>(
    caller: &mut Caller<T>,
    store: Store,
    file: &str,
    content: &StoreContent,
) -> Result<(), Error> {
    let update = UpdateStore::new(store, file, content.clone());
    update.run(caller).await.map(|_| ())
}

async fn remove_line<T: Transport>(
    caller: &mut Caller<T>,
    list: &str,
    line: &str,
) -> Result<(), Error> {
    let Some(entry) = verify::line(caller, list, line).await? else {
        return Err(Error::Differs {
            what: format!("crt-list {list} has no line '{line}'"),
        });
    };
    let certificate = match entry.line {
        Some(line) => FileName::from(format!("{}:{line}", entry.certificate)),
        None => FileName::from(entry.certificate),
    };
    let command = DelSslCrtList::new(list.into(), certificate);
    caller.call(&command).await.map(|_| ())
}
