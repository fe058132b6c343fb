//! The table: which rows, and how they look.

use std::fmt::Write as _;

use haproxy_runtime::command::{Info, StatRow, Statistics};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Color, Style, Stylize as _};
use ratatui::text::Line;
use ratatui::widgets::{Cell, Row, Table};

const TITLES: [&str; 10] = [
    "NAME", "STATE", "SESSIONS", "MAX", "LIMIT", "RATE", "QUEUE", "ERRORS", "IN", "OUT",
];
const WIDTHS: [u16; 10] = [32, 12, 8, 8, 8, 8, 6, 8, 8, 8];

/// What is left out first where the terminal is narrow, last.
const PRIORITY: [usize; 8] = [2, 7, 5, 6, 4, 3, 8, 9];

/// The columns that fit, with their widths: names stay readable.
fn columns(width: u16) -> Vec<(usize, u16)> {
    let name = (width / 5 * 2).clamp(12, 32);
    let [_, state, ..] = WIDTHS;
    let mut columns = vec![(0, name), (1, state)];
    let mut left = width.saturating_sub(name + state + 1);
    for index in PRIORITY {
        let own = WIDTHS.get(index).copied().unwrap_or_default();
        let Some(rest) = left.checked_sub(own + 1) else {
            break;
        };
        left = rest;
        columns.push((index, own));
    }
    columns.sort_unstable();
    columns
}

/// The rows that are shown.
pub(super) fn rows(statistics: &Statistics, has_problems_only: bool) -> Vec<[String; 10]> {
    let rows = statistics.iter().filter(|row| row.kind() != Some(3));
    rows.filter(|row| !has_problems_only || has_problem(row))
        .map(cells)
        .collect()
}

fn cells(row: &StatRow) -> [String; 10] {
    let name = match row.service() {
        "FRONTEND" => format!("{} (frontend)", row.proxy()),
        "BACKEND" => format!("{} (backend)", row.proxy()),
        server => format!("  {}/{server}", row.proxy()),
    };
    let number = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    [
        name,
        row.status().unwrap_or_default().to_owned(),
        number(row.sessions()),
        number(row.sessions_max()),
        number(row.session_limit()),
        number(row.rate()),
        number(row.queue()),
        errors(row).to_string(),
        size(row.bytes_in()),
        size(row.bytes_out()),
    ]
}

fn errors(row: &StatRow) -> i64 {
    [
        row.request_errors(),
        row.connection_errors(),
        row.response_errors(),
    ]
    .into_iter()
    .flatten()
    .sum()
}

fn has_problem(row: &StatRow) -> bool {
    let status = row.status().unwrap_or_default();
    let is_fine = ["OPEN", "UP", "no check"].contains(&status);
    !is_fine || errors(row) > 0 || row.queue().unwrap_or(0) > 0
}

/// Bytes in the greatest unit that leaves a number: `17M`.
fn size(bytes: Option<i64>) -> String {
    let Some(mut value) = bytes else {
        return String::new();
    };
    let mut units = ["", "k", "M", "G", "T"].into_iter();
    let mut unit = units.next().unwrap_or_default();
    for next in units {
        if value < 10_000 {
            break;
        }
        value /= 1000;
        unit = next;
    }
    format!("{value}{unit}")
}

/// The line above the table.
fn summary(info: &Info) -> String {
    let number = |value: Option<u64>| value.unwrap_or(0);
    format!(
        "HAProxy {}  up {}  connections {} of {}  {}/s  sessions {}/s  TLS {}/s  idle {} %",
        info.version().unwrap_or("?"),
        info.uptime().unwrap_or("?"),
        number(info.connections()),
        number(info.maxconn()),
        number(info.connection_rate()),
        number(info.session_rate()),
        number(info.ssl_rate()),
        number(info.idle()),
    )
}

/// The whole table as text.
pub(super) fn text(info: &Info, statistics: &Statistics) -> String {
    let mut lines = vec![summary(info), line(&TITLES.map(str::to_owned))];
    lines.extend(rows(statistics, false).iter().map(line));
    lines.push(String::new());
    lines.join("\n")
}

fn line(cells: &[String; 10]) -> String {
    let mut line = String::new();
    for (index, (cell, width)) in cells.iter().zip(WIDTHS).enumerate() {
        let width = usize::from(width);
        // Writing to a string does not fail.
        let _ = if index < 2 {
            write!(line, "{cell:<width$} ")
        } else {
            write!(line, "{cell:>width$} ")
        };
    }
    line.trim_end().to_owned()
}

/// Draws it.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    info: &Info,
    rows: &[[String; 10]],
    offset: usize,
    trouble: Option<&str>,
) {
    let [top, middle, bottom] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
    ])
    .areas(frame.area());
    frame.render_widget(Line::from(summary(info)).bold(), top);
    let columns = columns(middle.width);
    let header = columns
        .iter()
        .map(|(index, _)| cell(*index, TITLES.get(*index).copied().unwrap_or_default()));
    let header = Row::new(header.collect::<Vec<_>>());
    let shown = rows.iter().skip(offset).map(|cells| {
        let [_, status, ..] = cells;
        let text = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
        let own = columns.iter().map(|(index, _)| cell(*index, text(*index)));
        Row::new(own.collect::<Vec<_>>()).style(style(status))
    });
    let widths = columns.iter().map(|(_, width)| Constraint::Length(*width));
    let table = Table::new(shown, widths).header(header.reversed());
    frame.render_widget(table, middle);
    let below = match trouble {
        Some(trouble) => Line::from(trouble.to_owned()).red(),
        None => Line::from("q ends  arrows move  p problems only").dim(),
    };
    frame.render_widget(below, bottom);
}

fn cell(index: usize, text: &str) -> Cell<'_> {
    let line = Line::from(text);
    Cell::from(if index < 2 {
        line
    } else {
        line.right_aligned()
    })
}

fn style(status: &str) -> Style {
    if status.starts_with("DOWN") {
        Style::new().fg(Color::Red)
    } else if status.starts_with("MAINT") || status.starts_with("DRAIN") || status == "STOP" {
        Style::new().fg(Color::Yellow)
    } else {
        Style::new()
    }
}

#[cfg(test)]
mod tests {
    use haproxy_runtime::command::Answer as _;
    use haproxy_runtime::protocol::Reply;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;

    const STATISTICS: &str = "\
# pxname,svname,qcur,scur,smax,slim,bin,bout,ereq,econ,eresp,status,rate,type,
public,FRONTEND,,3,17,2000,123456,7890123,2,,,OPEN,5,0,
app,s1,0,3,9,,100,99,,0,0,UP,2,2,
app,s2,0,0,4,100,50,40,,7,0,DOWN 1/2,0,2,
app,BACKEND,4,3,17,200,150,139,,0,0,UP,2,1,
public,listener,,0,0,,0,0,0,,,OPEN,0,3,
";
    const INFO: &str = "Version: 3.2.1\nUptime: 0d 1h02m03s\nCurrConns: 3\nMaxconn: 2000\nConnRate: 5\nSessRate: 5\nSslRate: 0\nIdle_pct: 98\n";

    fn look() -> (Info, Statistics) {
        let reply = |text: &str| Reply::new(text.as_bytes(), true);
        (
            Info::decode(reply(INFO)).unwrap(),
            Statistics::decode(reply(STATISTICS)).unwrap(),
        )
    }

    #[test]
    fn a_look_is_a_table() {
        let (info, statistics) = look();
        insta::assert_snapshot!(text(&info, &statistics));
    }

    #[test]
    fn problems_are_what_is_down_or_waits_or_fails() {
        let (_, statistics) = look();
        let names: Vec<_> = rows(&statistics, true)
            .into_iter()
            .map(|row| row[0].clone())
            .collect();
        assert_eq!(names, ["public (frontend)", "  app/s2", "app (backend)"]);
    }

    #[test]
    fn a_screen_shows_it() {
        let (info, statistics) = look();
        let mut terminal = Terminal::new(TestBackend::new(120, 8)).unwrap();
        let rows = rows(&statistics, false);
        terminal
            .draw(|frame| draw(frame, &info, &rows, 1, None))
            .unwrap();
        insta::assert_snapshot!(terminal.backend());
    }

    #[test]
    fn a_narrow_screen_shows_less_of_each() {
        let (info, statistics) = look();
        let mut terminal = Terminal::new(TestBackend::new(60, 7)).unwrap();
        let rows = rows(&statistics, false);
        let trouble = Some("cannot connect to unix@./admin");
        terminal
            .draw(|frame| draw(frame, &info, &rows, 0, trouble))
            .unwrap();
        insta::assert_snapshot!(terminal.backend());
        for width in 0..200 {
            let used: u16 = columns(width).iter().map(|(_, own)| own + 1).sum();
            assert!(width < 26 || used <= width + 1, "{width}: {used}");
            let mut terminal = Terminal::new(TestBackend::new(width.max(1), 3)).unwrap();
            terminal
                .draw(|frame| draw(frame, &info, &rows, 0, None))
                .unwrap();
        }
    }
}
