//! How a reading travels from the worker to the page: in pieces, each small enough to be taken in between two frames, and as
//! bytes. Those take a tenth of the program that JSON would take, and no time to be looked through.

use crate::output::json::{
    Amendment, Check, Finding, Metric, Noise, PartPlace, Parts, Report, Section, Skipped, Source, Span, Why,
};

/// How many sections, figures and so on travel together.
const LOAD: usize = 1_000;

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
    Amendment { action confirmed indicator value low unit kind role whole }
    Skipped { span reason }
    Check { kind status metrics message span }
    Finding { kind span message }
    PartPlace { section span }
    Parts { achievements problems first_responsible plans }
    Noise { span text }
    Report {
        schema generator source text genre title title_span issuer year published preamble sections metrics excluded
        skipped checks findings parts noise
    }
}

macro_rules! pieces {
    ($($tag:literal $(#[$meta:meta])* $piece:ident $content:ty;)+) => {
        /// A piece of a reading.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Piece {
            $($(#[$meta])* $piece($content),)+
            /// There is no more.
            End,
        }

        impl Wire for Piece {
            fn put(&self, bytes: &mut Vec<u8>) {
                match self {
                    $(Self::$piece(content) => {
                        bytes.push($tag);
                        content.put(bytes);
                    })+
                    Self::End => bytes.push(u8::MAX),
                }
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some(match u8::take(bytes)? {
                    $($tag => Self::$piece(Wire::take(bytes)?),)+
                    _ => Self::End,
                })
            }
        }
    };
}

pieces! {
    0 /// The reading without what follows.
      Report Box<Report>;
    1 /// Some of its sections.
      Sections Vec<Section>;
    2 /// Some of its figures.
      Metrics Vec<Metric>;
    3 /// Some of its other numerals.
      Skipped Vec<Skipped>;
    4 /// Some of its checks.
      Checks Vec<Check>;
    5 /// Some of its findings.
      Findings Vec<Finding>;
    6 /// Some of its noise.
      Noise Vec<Noise>;
}

/// A reading as pieces, in the order to send them.
pub fn pieces(mut report: Report) -> impl Iterator<Item = Piece> {
    let sections = loads(std::mem::take(&mut report.sections)).map(Piece::Sections);
    let metrics = loads(std::mem::take(&mut report.metrics)).map(Piece::Metrics);
    let skipped = loads(std::mem::take(&mut report.skipped)).map(Piece::Skipped);
    let checks = loads(std::mem::take(&mut report.checks)).map(Piece::Checks);
    let findings = loads(std::mem::take(&mut report.findings)).map(Piece::Findings);
    let noise = loads(std::mem::take(&mut report.noise)).map(Piece::Noise);
    let lists = sections.chain(metrics).chain(skipped).chain(checks).chain(findings).chain(noise);
    [Piece::Report(Box::new(report))].into_iter().chain(lists).chain([Piece::End])
}

fn loads<T>(things: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut things = things.into_iter();
    std::iter::from_fn(move || Some(things.by_ref().take(LOAD).collect::<Vec<T>>()).filter(|load| !load.is_empty()))
}

/// A piece of the reading of a revision of the text, as it is sent.
pub fn message(revision: u32, piece: &Piece) -> Vec<u8> {
    let mut bytes = Vec::new();
    revision.put(&mut bytes);
    piece.put(&mut bytes);
    bytes
}

/// The same where it arrives.
pub fn received(mut bytes: &[u8]) -> Option<(u32, Piece)> {
    Some((Wire::take(&mut bytes)?, Wire::take(&mut bytes)?))
}

/// A reading that is arriving.
#[derive(Debug, Default)]
pub struct Assembly(Option<Box<Report>>);

impl Assembly {
    /// Takes the next piece. The last one gives the reading.
    pub fn take(&mut self, piece: Piece) -> Option<Report> {
        match (piece, self.0.as_mut()) {
            (Piece::Report(report), _) => self.0 = Some(report),
            (Piece::Sections(more), Some(report)) => report.sections.extend(more),
            (Piece::Metrics(more), Some(report)) => report.metrics.extend(more),
            (Piece::Skipped(more), Some(report)) => report.skipped.extend(more),
            (Piece::Checks(more), Some(report)) => report.checks.extend(more),
            (Piece::Findings(more), Some(report)) => report.findings.extend(more),
            (Piece::Noise(more), Some(report)) => report.noise.extend(more),
            (Piece::End, _) => return self.0.take().map(|report| *report),
            (_, None) => {}
        }
        None
    }
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
        let sent: Vec<Vec<u8>> = pieces(report.clone()).map(|piece| message(7, &piece)).collect();
        assert!(sent.len() >= 5);
        let mut assembly = Assembly::default();
        let received = sent.iter().map(|bytes| received(bytes).expect("a message"));
        let arrived: Vec<Report> =
            received.filter_map(|(revision, piece)| assembly.take(piece).filter(|_| revision == 7)).collect();
        assert_eq!(arrived, [report]);
    }

    #[test]
    fn half_a_message_is_none() {
        for piece in pieces(sample::report()) {
            let message = message(1, &piece);
            assert!((0..message.len()).all(|length| received(&message[..length]).is_none()));
        }
    }
}
