//! One component for all parts of the page: each component more would make the page some kilobytes larger.

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;

use super::{Page, Props};

/// Runs the component that a part is written as.
type Show = fn(&mut HookContext, &Props) -> HtmlResult;

/// What is shown, and of which page.
#[derive(Clone, Properties)]
struct PartProps {
    props: Props,
    name: &'static str,
    show: Show,
}

impl PartialEq for PartProps {
    /// A part is known by its name.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.props == other.props
    }
}

impl Hook for &PartProps {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        (self.show)(context, &self.props)
    }
}

/// The hooks of a part, and what it shows.
fn use_part(part: &PartProps) -> &PartProps {
    part
}

#[component]
fn Part(part: &PartProps) -> HtmlResult {
    use_part(part)
}

/// A part of the page. It has a key, so that what takes its place is made anew.
pub fn part<P: FunctionProvider<Properties = Props>>(page: &Page) -> Html {
    made(std::any::type_name::<P>(), P::run, page)
}

fn made(name: &'static str, show: Show, page: &Page) -> Html {
    html! { <Part key={name} props={Props { page: page.clone() }} {name} {show} /> }
}
