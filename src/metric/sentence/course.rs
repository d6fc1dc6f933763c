//! The course of a sentence: what it has said so far of what is aimed at, of what stands and of what was done of it.

use super::Sentence;
use super::turn::Turn;

/// What a sentence has said up to a figure.
#[derive(Default)]
pub(super) struct Course {
    /// Whether what follows is a goal: 力争.
    pub aimed: bool,
    /// Whether what follows is still to be done: 将建成.
    intended: bool,
    /// Whether what follows is so already: 现有.
    standing: bool,
    /// Whether what follows was done of a task so far.
    so_far: bool,
    /// Whether what follows is hoped for when something will be finished: 建成后.
    pub promised: bool,
    /// Whether what follows is not final yet: 预计.
    pub foreseen: bool,
}

impl Course {
    /// Goes on with what the words of the next figure say.
    pub fn take(&mut self, turn: &Turn, planned: bool) {
        self.aimed |= turn.aims_on;
        self.intended |= turn.intends();
        self.stand(turn);
        // 计划投资12亿元，一季度完成投资8亿元: what was intended ends where something was reached.
        self.intended &= turn.intends() || !turn.reached;
        self.turn_to_done(turn, planned);
        // 预计全年增长6%，一季度增长5%: another time ends it, and so does what is so already, or is told for itself.
        self.foreseen &= !(turn.anew || turn.stands || turn.apart);
        self.foreseen |= turn.foreseen;
    }

    /// 现有水库12座，总库容1.2亿立方米: what stands is told of until something else is to be done.
    fn stand(&mut self, turn: &Turn) {
        self.standing &= !(turn.anew || self.aimed || turn.to_come || turn.planned || turn.further);
        self.standing |= turn.stands;
    }

    /// What was done of a task is told until the sentence looks ahead again; `planned` is whether the whole section does.
    fn turn_to_done(&mut self, turn: &Turn, planned: bool) {
        if turn.done_of_task && !planned {
            self.so_far = true;
            (self.aimed, self.intended) = (false, false);
        } else if turn.anew || self.aimed || turn.to_come || turn.planned {
            self.so_far = false;
        }
    }

    /// Whether the figure stands among what is to be done.
    pub fn is_planned(&self, sentence: &Sentence) -> bool {
        sentence.planned && !self.standing && !self.so_far
    }

    /// Whether the figure is aimed at, by its own words or by those before.
    pub fn is_aimed(&self, sentence: &Sentence, turn: &Turn) -> bool {
        let opened = sentence.opened && !self.so_far;
        opened || self.aimed || turn.aims || self.intended || turn.paid || turn.amid
    }
}
