//! One module a command.

pub(crate) mod anonymize;
pub(crate) mod cat;
pub(crate) mod charm_shim;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod edit;
pub(crate) mod effective;
pub(crate) mod explain;
pub(crate) mod explicit_defaults;
pub(crate) mod fmt;
pub(crate) mod from_json;
pub(crate) mod graph;
pub(crate) mod json;
pub(crate) mod keywords;
pub(crate) mod man;
pub(crate) mod migrate;
pub(crate) mod plan;
pub(crate) mod rebuild;
pub(crate) mod reconcile;
pub(crate) mod rename;
pub(crate) mod reverseproxy;
pub(crate) mod route;
pub(crate) mod rules;
pub(crate) mod runtime;
pub(crate) mod schema;
pub(crate) mod tokens;
pub(crate) mod top;

use crate::Outcome;
use crate::cli::Command;
use crate::error::CliError;

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<Outcome, CliError> {
    match command {
        Command::Cat(cat) => cat.run(),
        Command::Tokens(tokens) => tokens.run(),
        Command::Fmt(fmt) => fmt.run(),
        Command::Set(set) => set.run(),
        Command::Add(add) => add.run(),
        Command::Remove(remove) => remove.run(),
        Command::Rename(rename) => rename.run(),
        Command::Effective(effective) => effective.run(),
        Command::Graph(graph) => graph.run(),
        Command::ExplicitDefaults(explicit) => explicit.run(),
        Command::Json(json) => json.run(),
        Command::FromJson(from_json) => from_json.run(),
        Command::Reconcile(reconcile) => reconcile.run(),
        Command::Schema(schema) => schema.run(),
        Command::Anonymize(anonymize) => anonymize.run(),
        Command::Migrate(migrate) => migrate.run(),
        Command::Rebuild(rebuild) => rebuild.run(),
        Command::Diff(diff) => diff.run(),
        Command::Check(check) => check.run(),
        Command::Rules(rules) => rules.run(),
        Command::Route(route) => route.run(),
        Command::Reverseproxy(reverseproxy) => reverseproxy.run(),
        Command::CharmShim(shim) => shim.run(),
        Command::Explain(explain) => explain.run(),
        Command::Keywords(keywords) => keywords.run(),
        Command::Plan(plan) => plan.run(),
        Command::Apply(apply) => apply.run(),
        Command::Runtime(runtime) => runtime.run(),
        Command::Top(top) => top.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
