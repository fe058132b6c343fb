//! Actions that rules of several kinds share, one group for those that go together.

mod access;
mod counter;
mod endpoint;
mod header;
mod log;
mod lua;
mod map;
mod mark;
mod message;
mod priority;
mod reply;
mod stream;
mod strict_mode;
mod timeout;
mod uri;
mod variable;

pub use access::AccessAction;
pub use counter::{CounterAction, TrackAction};
pub use endpoint::{DestinationAction, SourceAction};
pub use header::{Header, HeaderAction, HeaderMatch, HeaderRewrite, StatusAction};
pub use log::{DoLogParameter, LogAction, LogLevel, LogLevelAction};
pub use lua::LuaAction;
pub use map::{AddAclAction, MapAction};
pub use mark::{BackendMarkAction, Mark, MarkAction};
pub use message::{CaptureAction, CaptureSlot, MessageAction, WaitParameter};
pub use priority::{PriorityAction, ResolveFamily};
pub use reply::{Reply, ReplyAction, ReplyParameter, ReplyStatus};
pub use stream::{BandwidthParameter, DropAction, DropParameter, StreamAction, TraceAction};
pub use strict_mode::StrictMode;
pub use timeout::{StreamTimeout, TimeoutAction};
pub use uri::{Normalizer, UriAction};
pub use variable::VariableAction;
