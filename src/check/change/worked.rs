//! A change and what it comes to.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::wording::falls;
use crate::check::interval::Interval;
use crate::check::sheet::Sheet;
use crate::exact::Exact;
use crate::language::{Claim, claims};
use crate::report::{Check, CheckKind, Kind, Span};
use crate::verdict::{Outcome, Verdict};

/// A change: where it began, where it came to, and the figure that says by how much.
pub struct Change {
    /// Where it began.
    pub from: usize,
    /// Where it came to.
    pub to: usize,
    /// By how much.
    pub by: usize,
}

impl Change {
    /// The amount changed by: positive where it grew as said.
    fn amount(&self, sheet: &Sheet) -> Option<Interval> {
        let (from, to) = (sheet.printed(self.from)?.interval(), sheet.printed(self.to)?.interval());
        if self.falls(sheet) { from.minus(to) } else { to.minus(from) }
    }

    /// Whether the change is said to go down. What gets faster takes less time, and a better place is a smaller number.
    pub fn falls(&self, sheet: &Sheet) -> bool {
        let (from, to) = (&sheet.metrics[self.from], &sheet.metrics[self.to]);
        let turned = from.kind == Kind::Rank || claims(Claim::Faster).is_in(sheet.name(self.by));
        if turned { to.value < from.value } else { falls(sheet, self.by) }
    }

    /// Whether the number itself says that it went down: -16.7 in the cell of a table.
    pub fn is_signed(&self, sheet: &Sheet) -> bool {
        sheet.metrics[self.by].value.is_sign_negative()
    }

    /// The amount as printed figures give it.
    pub fn worked(&self, sheet: &Sheet) -> Option<Decimal> {
        let (from, to) = (sheet.metrics[self.from].value, sheet.metrics[self.to].value);
        if self.falls(sheet) && !self.is_signed(sheet) { from.minus(to) } else { to.minus(from) }
    }

    /// The amount as words: `to − from`.
    fn terms(&self, sheet: &Sheet) -> String {
        let bare = sheet.alike(&[self.from, self.to]);
        let (from, to) = (sheet.show(self.from, bare), sheet.show(self.to, bare));
        let down = self.falls(sheet) && !self.is_signed(sheet);
        if down { format!("{from} − {to}") } else { format!("{to} − {from}") }
    }

    /// The amount as a share of what it began with, as words: `(to − from) ÷ from`.
    pub fn share(&self, sheet: &Sheet) -> String {
        let bare = sheet.alike(&[self.from, self.to]);
        format!("({}) ÷ {}", self.terms(sheet), sheet.show(self.from, bare))
    }

    /// The change in percent against the one stated, and whether they agree.
    pub fn growth(&self, sheet: &Sheet) -> Option<(Check, bool)> {
        let (from, by) = (self.from, self.by);
        let of = sheet.printed(from)?.interval();
        let amount = self.amount(sheet)?;
        let worked = self.worked(sheet)?.times(Decimal::ONE_HUNDRED)?.over(sheet.metrics[from].value)?;
        // A change that went the other way than said has no share of what it began with.
        let agrees =
            match amount.not_negative().over(of).and_then(Interval::percent).filter(|_| amount.high() >= Decimal::ZERO)
            {
                Some(share) if self.is_signed(sheet) => {
                    sheet.agrees(Interval::exactly(Decimal::ZERO).minus(share)?, worked, by)?
                }
                Some(share) => sheet.agrees(share, worked, by)?,
                None => false,
            };
        Some((self.check(sheet, agrees, self.share(sheet), worked, "%"), agrees))
    }

    /// `翻一番`: the check where what it came to is about so many times twice what it began with.
    pub fn doubled(&self, sheet: &Sheet) -> Option<Check> {
        const MOST: u64 = 4;
        let metric = &sheet.metrics[self.by];
        let times = metric.value.to_u64().filter(|&times| times <= MOST && metric.unit.as_deref() == Some("番"))?;
        let expected = Decimal::from(1_u64 << times);
        let worked = sheet.metrics[self.to].value.over(sheet.metrics[self.from].value)?;
        let off = worked.minus(expected)?.abs();
        let terms = sheet.quotient_of(self.to, self.from);
        (off.times(Decimal::TEN)? <= expected).then(|| self.check(sheet, true, terms, worked, "倍"))
    }

    /// The difference between the two ends against the one stated.
    pub fn difference(&self, sheet: &Sheet) -> Option<Check> {
        let by = self.by;
        if [self.from, self.to, by].iter().any(|&index| sheet.exact(index).is_none()) {
            return None;
        }
        let worked = self.worked(sheet)?;
        let agrees = sheet.agrees(self.amount(sheet)?, worked, by)?;
        let scale = sheet.printed(by)?.scale();
        let unit: String = sheet.show(by, false).chars().skip(sheet.numeral(by).chars().count()).collect();
        Some(self.check(sheet, agrees, self.terms(sheet), worked.over(scale)?, &unit))
    }

    /// The check, with a number that was worked out and the unit it is in.
    pub fn check(&self, sheet: &Sheet, agrees: bool, terms: String, worked: Decimal, unit: &str) -> Check {
        let (sign, worked) = sheet.worked(worked, self.by);
        let (worked, stated) = (format!("{worked}{unit}"), sheet.show(self.by, false));
        let message = Verdict::worked(Outcome::of(agrees, worked == stated), terms, (sign, worked), stated);
        let check = sheet.check(CheckKind::Change, agrees, vec![self.to, self.from, self.by], message);
        // The claim is where the change is stated, however far away it began.
        let (to, by) = (sheet.metrics[self.to].span, sheet.metrics[self.by].span);
        if sheet.same_sentence(self.from, self.to) {
            check
        } else {
            Check { span: Span::new(to.start, by.end), ..check }
        }
    }
}
