//! How a reading travels from the worker to the page: in pieces, each small enough to be taken in between two frames, and as
//! bytes. Those take a tenth of the program that JSON would take, and no time to be looked through.

use crate::contract::{
    Amendment, Check, Deed, Finding, Metric, Noise, PartPlace, Particulars, Parts, Report, Section, Skipped, Source,
    Span, Why,
};
use crate::report::{
    CheckKind, Direction, FindingKind, Genre, Kind, LinkRule, NameRule, Part, Qualifier, Reason, Relation, Role, Status,
};
use crate::verdict::{Outcome, Verdict};

/// How many sections, figures and so on travel together.
const LOAD: usize = 1_000;

/// A message with so many bytes is sent: a short reading is one message.
const FULL: usize = 64_000;

/// What can travel. Both ends are the same program: what is put is what is taken.
pub trait Wire: Sized {
    /// Puts it behind what is there.
    fn put(&self, bytes: &mut Vec<u8>);

    /// Takes it from the front; none where it is not there.
    fn take(bytes: &mut &[u8]) -> Option<Self>;
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Wire for $number {
            fn put(&self, bytes: &mut Vec<u8>) {
                bytes.extend(self.to_le_bytes());
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                let (number, rest) = bytes.split_first_chunk()?;
                *bytes = rest;
                Some(Self::from_le_bytes(*number))
            }
        })+
    };
}

numbers!(u8, u32, i32, f64);

impl Wire for char {
    fn put(&self, bytes: &mut Vec<u8>) {
        u32::from(*self).put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Self::from_u32(u32::take(bytes)?)
    }
}

/// No text that a browser holds has more bytes than 32 bits count.
impl Wire for usize {
    fn put(&self, bytes: &mut Vec<u8>) {
        (*self as u32).put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(u32::take(bytes)? as usize)
    }
}

impl Wire for bool {
    fn put(&self, bytes: &mut Vec<u8>) {
        u8::from(*self).put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(u8::take(bytes)? != 0)
    }
}

impl Wire for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.len().put(bytes);
        bytes.extend(self.as_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::take(bytes)?;
        let (words, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        Self::from_utf8(words.to_vec()).ok()
    }
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        (**self).put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        T::take(bytes).map(Self::new)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.is_some().put(bytes);
        self.iter().for_each(|thing| thing.put(bytes));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(if bool::take(bytes)? { Some(T::take(bytes)?) } else { None })
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.len().put(bytes);
        self.iter().for_each(|thing| thing.put(bytes));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        (0..usize::take(bytes)?).map(|_| T::take(bytes)).collect()
    }
}

macro_rules! vocabularies {
    ($($name:ident)+) => {
        $(impl Wire for $name {
            fn put(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Self::ALL.get(usize::from(u8::take(bytes)?)).copied()
            }
        })+
    };
}

vocabularies! {
    CheckKind Deed Direction FindingKind Genre Kind LinkRule NameRule Outcome Part Qualifier Reason Relation Role Status
}

macro_rules! structs {
    ($($name:ident { $($field:ident)+ })+) => {
        $(impl Wire for $name {
            fn put(&self, bytes: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($field.put(bytes);)+
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Wire::take(bytes)?),+ })
            }
        })+
    };
}

structs! {
    Span { start end }
    Source { name sha256 }
    Section { id parent depth marker title lead part span heading }
    Why { name link extent period planned }
    Metric {
        id section indicator quote value low scale unit kind role qualifier direction period of relation confidence span
        sentence why amendment
    }
    Amendment { action confirmed indicator value low unit kind role qualifier period whole }
    Particulars { issuer year genre }
    Skipped { span reason }
    Verdict { outcome name terms sign worked stated }
    Check { kind status metrics message span }
    Finding { kind span message }
    PartPlace { section span }
    Parts { achievements problems first_responsible plans }
    Noise { span text }
    Report {
        schema generator source text genre title title_span issuer year amendment published preamble sections metrics excluded
        skipped checks findings parts noise
    }
}

macro_rules! lists {
    ($($tag:literal $(#[$meta:meta])* $piece:ident $list:ident $thing:ident;)+) => {
        /// A piece of a reading.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Piece {
            /// The reading without what follows.
            Report(Box<Report>),
            $($(#[$meta])* $piece(Vec<$thing>),)+
            /// There is no more.
            End,
        }

        impl Wire for Piece {
            fn put(&self, bytes: &mut Vec<u8>) {
                match self {
                    Self::Report(report) => {
                        bytes.push(0);
                        report.put(bytes);
                    }
                    $(Self::$piece(things) => {
                        bytes.push($tag);
                        things.put(bytes);
                    })+
                    Self::End => bytes.push(u8::MAX),
                }
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some(match u8::take(bytes)? {
                    0 => Self::Report(Wire::take(bytes)?),
                    $($tag => Self::$piece(Wire::take(bytes)?),)+
                    _ => Self::End,
                })
            }
        }

        /// A reading as pieces, in the order to send them.
        fn pieces(mut report: Report) -> impl Iterator<Item = Piece> {
            let lists = std::iter::empty()$(.chain(loads(std::mem::take(&mut report.$list)).map(Piece::$piece)))+;
            [Piece::Report(Box::new(report))].into_iter().chain(lists).chain([Piece::End])
        }

        impl Assembly {
            /// Takes the next piece. The last one gives the reading.
            pub fn take(&mut self, piece: Piece) -> Option<Report> {
                match (piece, self.0.as_mut()) {
                    (Piece::Report(report), _) => self.0 = Some(report),
                    $((Piece::$piece(more), Some(report)) => report.$list.extend(more),)+
                    (Piece::End, _) => return self.0.take().map(|report| *report),
                    (_, None) => {}
                }
                None
            }
        }
    };
}

lists! {
    1 /// Some of its sections.
      Sections sections Section;
    2 /// Some of its figures.
      Metrics metrics Metric;
    3 /// Some of its other numerals.
      Skipped skipped Skipped;
    4 /// Some of its checks.
      Checks checks Check;
    5 /// Some of its findings.
      Findings findings Finding;
    6 /// Some of its noise.
      Noise noise Noise;
}

/// A reading that is arriving.
#[derive(Debug, Default)]
pub struct Assembly(Option<Box<Report>>);

fn loads<T>(things: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut things = things.into_iter();
    std::iter::from_fn(move || Some(things.by_ref().take(LOAD).collect::<Vec<T>>()).filter(|load| !load.is_empty()))
}

/// The reading of a revision of the text as messages, in the order to send them.
pub fn messages(revision: u32, report: Report) -> impl Iterator<Item = Vec<u8>> {
    let mut pieces = pieces(report).peekable();
    std::iter::from_fn(move || {
        pieces.peek()?;
        let mut bytes = Vec::new();
        revision.put(&mut bytes);
        while bytes.len() < FULL
            && let Some(piece) = pieces.next()
        {
            piece.put(&mut bytes);
        }
        Some(bytes)
    })
}

/// A message where it arrives: the revision, and the pieces of its reading.
pub fn received(mut bytes: &[u8]) -> Option<(u32, Vec<Piece>)> {
    let revision = Wire::take(&mut bytes)?;
    let mut pieces = Vec::new();
    while !bytes.is_empty() {
        pieces.push(Wire::take(&mut bytes)?);
    }
    Some((revision, pieces))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::sample;

    #[test]
    fn a_reading_arrives_as_it_was_sent() {
        let mut report = sample::report();
        let template = report.metrics[0].clone();
        report.metrics = (0..LOAD * 2 + 1).map(|id| Metric { id, ..template.clone() }).collect();
        let sent: Vec<Vec<u8>> = messages(7, report.clone()).collect();
        assert!(sent.len() >= 2);
        let mut assembly = Assembly::default();
        let received = sent.iter().map(|bytes| received(bytes).expect("a message"));
        let pieces = received.flat_map(|(revision, pieces)| pieces.into_iter().filter(move |_| revision == 7));
        let arrived: Vec<Report> = pieces.filter_map(|piece| assembly.take(piece)).collect();
        assert_eq!(arrived, [report]);
    }

    #[test]
    fn half_a_message_is_less_than_a_reading() {
        let message = messages(1, sample::report()).next().expect("a message");
        let whole = received(&message).expect("a reading").1;
        assert_eq!(whole.last(), Some(&Piece::End));
        let halves = (0..message.len()).filter_map(|length| received(&message[..length]));
        assert!(
            halves
                .map(|(_, pieces)| pieces)
                .all(|pieces| pieces == whole[..pieces.len()] && pieces.len() < whole.len())
        );
    }
}
