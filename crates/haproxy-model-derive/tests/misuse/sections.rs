use haproxy_model::section::{MailersKeyword, Section};
use haproxy_model::statement::Statement;
use haproxy_model::value::Text;

#[derive(Section)]
struct NoName {
    statements: Vec<Statement<MailersKeyword>>,
}

#[derive(Section)]
#[section("zone")]
struct NoStatements {
    name: Text,
}

#[derive(Section)]
#[section("zone")]
struct OtherStatements {
    statements: Vec<Text>,
}

#[derive(Section)]
#[section("zone", no)]
struct Facts {
    statements: Vec<Statement<MailersKeyword>>,
}

#[derive(Section)]
#[section("two words")]
struct Words {
    statements: Vec<Statement<MailersKeyword>>,
}

#[derive(Section)]
#[section("zone")]
enum Choice {
    A,
}

fn main() {}
