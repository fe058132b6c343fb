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
mod timeout;
mod uri;
mod variable;

pub use access::AccessAction;
pub use counter::{CounterAction, TrackAction};
pub use endpoint::{DestinationAction, SourceAction};
pub use header::{Header, HeaderAction, HeaderMatch, HeaderRewrite, StatusAction};
pub use log::{LogAction, LogLevel, LogLevelAction};
pub use lua::LuaAction;
pub use map::{AddAclAction, MapAction};
pub use mark::{BackendMarkAction, Mark, MarkAction, MarkNumber};
pub use message::{CaptureAction, CaptureSlot, MessageAction, WaitParameter};
pub use priority::{PriorityAction, ResolveFamily};
pub use reply::{Reply, ReplyAction, ReplyParameter};
pub use stream::{BandwidthParameter, DropAction, StreamAction, TraceAction};
pub use timeout::{StreamTimeout, TimeoutAction};
pub use uri::{Normalizer, UriAction};
pub use variable::VariableAction;
