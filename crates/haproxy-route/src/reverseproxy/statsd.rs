//! HAProxy's numbers for statsd.

/// The most bytes of a datagram: what an Ethernet frame holds.
const MOST_BYTES: usize = 1432;

/// A text is not what `show stat` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the answer to 'show stat': its first line must begin with '# pxname,svname,'")]
pub struct StatsdError;

/// The numbers of `show stat` as gauges, `PREFIX.PROXY.SERVER.FIELD:NUMBER|g`, several to a datagram. In
/// the prefix, `$UNIT` stands for the name of the unit, with dashes.
///
/// # Errors
///
/// The text is not what `show stat` answers.
pub fn statsd_datagrams(
    show_stat: &str,
    prefix: &str,
    unit: &str,
) -> Result<Vec<String>, StatsdError> {
    let prefix = prefix.replace("$UNIT", &unit.replace('/', "-"));
    let mut lines = show_stat.lines();
    let header = lines
        .next()
        .and_then(|line| line.strip_prefix("# "))
        .ok_or(StatsdError)?;
    let fields = cells(header);
    let (Some("pxname"), Some("svname")) = (
        fields.first().map(String::as_str),
        fields.get(1).map(String::as_str),
    ) else {
        return Err(StatsdError);
    };
    let mut datagrams: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let values = cells(line);
        let [proxy, server, ..] = &values[..] else {
            continue;
        };
        let numbers = fields.iter().zip(&values).skip(2);
        for (field, value) in numbers.filter(|(_, value)| value.parse::<i64>().is_ok()) {
            let gauge = format!(
                "{prefix}.{}.{}.{}:{value}|g",
                plain(proxy),
                plain(server),
                plain(field)
            );
            match datagrams.last_mut() {
                Some(last) if last.len() + 1 + gauge.len() <= MOST_BYTES => {
                    last.push('\n');
                    last.push_str(&gauge);
                }
                _ => datagrams.push(gauge),
            }
        }
    }
    Ok(datagrams)
}

/// A name in which no character means anything to statsd.
fn plain(name: &str) -> String {
    name.replace([':', '|', '@', '.', '\n'], "_")
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                push(&mut cells, '"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            other => push(&mut cells, other),
        }
    }
    cells
}

fn push(cells: &mut [String], character: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(character);
    }
}
