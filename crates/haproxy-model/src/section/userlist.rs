use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{List, Text};

/// Users, groups and their passwords.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("userlist")]
pub struct Userlist {
    /// What rules call it.
    pub name: Text,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<UserlistKeyword>>,
}

/// A line of a userlist section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("userlist"), accessors(Userlist))]
#[non_exhaustive]
pub enum UserlistKeyword {
    /// A group.
    #[keyword("group", json = "groups[name](name, users)", multiple = "groups")]
    Group(UserGroup),
    /// A user.
    #[keyword("user", json = "users[username](username)", multiple = "users")]
    User(User),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A group of users.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct UserGroup {
    /// Its name.
    pub name: Text,
    /// Who is in it, as far as the users themselves do not say it.
    #[arg(keyword = "users")]
    pub users: Option<List<Text>>,
}

/// A user.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct User {
    /// The name to log in with.
    pub name: Text,
    /// The password and the groups.
    pub parameters: Vec<UserParameter>,
}

/// The password or the groups of a user.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum UserParameter {
    /// The password, as the system's crypt function writes it.
    #[keyword("password", json = "secure_password = true (password)")]
    Password(Option<Text>),
    /// The password, in clear.
    #[keyword("insecure-password", json = "secure_password = false (password)")]
    InsecurePassword(Option<Text>),
    /// The groups that the user is in.
    #[keyword("groups", json = "groups")]
    Groups(Option<List<Text>>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let list: Userlist = section_prints_back(
            "userlist L1
                group G1 users tiger,scott
                group G2
                user tiger password $6$k6y3o.eP$JlKBx9za9667qe4 groups G1
                user scott groups G1,G2 insecure-password el␣gato
                user nobody",
        );
        let users: Vec<_> = list.users().map(|user| user.name.as_str()).collect();
        assert_eq!(users, ["tiger", "scott", "nobody"]);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Userlist>(&[(
            "user",
            "user <name>: expected a word, found the end of the line",
        )]);
    }
}
