import type { Decision } from "../../model/facts.js";
import type { ParagraphUnit } from "../../reading/units.js";
import type { ReadUnit, SectionReading } from "../context.js";
import { isAction, isNothing, isOneVote } from "./choices.js";
import { Cue } from "./cue-words.js";
import { decisionOf } from "./decision-fact.js";
import { isQuestion } from "./modality.js";
import { mentionsIn } from "./names.js";
import { because, sentencePassage } from "./passage.js";
import { recordEntryIn } from "./record-entries.js";
import type { Setting } from "./setting.js";
import { speakerOf } from "./speakers.js";
import { cuesIn } from "./words-of.js";

const verdict =
  /\s[-–—:]\s(?:leave|keep|move|remove|adopt|drop|merge|retire|deprecate|archive|promote|close|approve|reject|defer|postpone|accept|decline|split|rename|transfer|publish|sunset)\b[^-–—]{0,60}?(?:\s[-–—]\s(\p{Lu}[\p{L}'’.]+(?: \p{Lu}[\p{L}'’.]*){0,2}))?\s*$/iu;

/** Points of one list that each give a verdict on their subject: "Style guide - move to governance - Rama". */
export function verdictLists(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (!setting.minutes || setting.transcript) return [];
  const byList = new Map<string, number[]>();
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.item === undefined || done.has(index)) return;
    if (unit.inline.text.length > 160 || !/ [-–—:] /.test(unit.inline.text) || !verdict.test(unit.inline.text)) return;
    if (isOneVote(unit.inline.text)) return;
    const key = `${unit.slot.offset}:${unit.item.list}`;
    byList.set(key, [...(byList.get(key) ?? []), index]);
  });
  const decisions: Decision[] = [];
  for (const indices of byList.values()) {
    const first = (reading.units[indices[0] as number] as ReadUnit).unit as ParagraphUnit;
    if (indices.length < 2 || indices.length * 2 < (first.item?.siblings ?? 0)) continue;
    for (const index of indices) {
      const unit = (reading.units[index] as ReadUnit).unit as ParagraphUnit;
      const { text } = unit.inline;
      const name = verdict.exec(text)?.[1];
      const at = name === undefined ? -1 : text.lastIndexOf(name);
      done.add(index);
      decisions.push(
        decisionOf(reading, sentencePassage(reading, index, 0, text.length, "list"), {
          text,
          status: /\s[-–—:]\s(?:reject|decline)\b/i.test(text) ? "rejected" : "decided",
          evidence: [because("verdict-list", text)],
          deciders: name === undefined ? [] : mentionsIn(unit, at, at + name.length, "owner"),
        }),
      );
    }
  }
  return decisions;
}

const leadIn =
  /\bsummary of (?:the )?(?:discussion|decisions|agreements?|outcomes?|what was (?:agreed|decided))\b|^\W{0,4}(?:(?:key |group |final |meeting |team |rough )?(?:consensus|decisions?|outcomes?|agreements?|resolutions?|conclusions?)(?: made| reached| taken)?|agreed|decided|we agreed|we decided|what we (?:agreed|decided)|agreed (?:on|to)|decided (?:on|to))\W{0,3}$/i;

const statusList =
  /^\W{0,4}(?:recently |newly |no longer |things |old |new )?(accepted|approved|finali[sz]ed|ratified|adopted|rejected|declined|withdrawn|pending|in|proposed|awaiting|open)\s(?:[\w/-]+\s){0,2}?(?:mcps?|fcps?|rfcs?|peps?|keps?|proposals?|requests?|motions?|resolutions?|decisions?|votes?|amendments?|applications?|changes)\b[^.,;]{0,60}$/i;

/** The points below one that tells their status as proposals: "Accepted proposals", "Pending requests". */
export function statusLists(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  if (!setting.minutes) return [];
  const decisions: Decision[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.item?.hasChildren !== true || unit.inline.text.length > 100) return;
    const status = statusList.exec(unit.inline.text)?.[1]?.toLowerCase();
    if (status === undefined || isAction(unit.inline.text, unit)) return;
    done.add(index);
    for (let below = index + 1; below < reading.units.length; below += 1) {
      const other = (reading.units[below] as ReadUnit).unit;
      if (other.kind !== "paragraph" || other.slot !== unit.slot || other.start >= unit.item.end) break;
      const { text } = other.inline;
      if (other.item === undefined || other.item.depth !== unit.item.depth + 1 || done.has(below)) continue;
      if (isNothing(text) || /^\W{0,4}(?:no|none)\b/i.test(text)) continue;
      done.add(below);
      decisions.push(
        decisionOf(reading, sentencePassage(reading, below, 0, text.length, "list"), {
          text,
          status: statusOfList(status),
          evidence: [because("status-list", unit.inline.text)],
        }),
      );
    }
  });
  return decisions;
}

function statusOfList(word: string): Decision["status"] {
  if (/reject|declin|withdraw/.test(word)) return "rejected";
  return /accept|approv|final|ratif|adopt/.test(word) ? "decided" : "open";
}

/** The innermost points below a point of minutes that announces decisions: "Summary of the discussion", "Agreed:". */
export function announcedDecisions(reading: SectionReading, setting: Setting, done: Set<number>): Decision[] {
  const decisions: Decision[] = [];
  reading.units.forEach((read, index) => {
    const { unit } = read;
    if (unit.kind !== "paragraph" || unit.inline.text.length > 90) return;
    if ((cuesIn(read) & (Cue.decide | Cue.agree | Cue.consensus | Cue.ended)) === 0 || !leadIn.test(unit.inline.text))
      return;
    if (!setting.minutes && !/^\W{0,4}(?:\w+ )?(?:decisions?|agreed|decided|resolutions?)/i.test(unit.inline.text))
      return;
    if (unit.item !== undefined ? !unit.item.hasChildren : !isItem(reading.units[index + 1])) return;
    done.add(index);
    for (let below = index + 1; below < reading.units.length; below += 1) {
      const other = (reading.units[below] as ReadUnit).unit;
      if (other.kind !== "paragraph" || other.item === undefined) break;
      if (unit.item !== undefined && (other.slot !== unit.slot || other.start >= unit.item.end)) break;
      const { text } = other.inline;
      const wanted = unit.item === undefined ? other.item.depth === 0 : !other.item.hasChildren;
      if (!wanted || done.has(below)) continue;
      if (isNothing(text) || isAction(text, other) || speakerOf(text) !== undefined || isRole(text)) continue;
      done.add(below);
      decisions.push(
        decisionOf(reading, sentencePassage(reading, below, 0, text.length, "list"), {
          text,
          status:
            recordEntryIn(text)?.status ??
            (isQuestion(text.toLowerCase()) || /^\W{0,4}(?:tbd|open)\b/i.test(text) ? "open" : "decided"),
          evidence: [because("announced-list", unit.inline.text)],
        }),
      );
    }
  });
  return decisions;
}

function isItem(read: ReadUnit | undefined): boolean {
  return read?.unit.kind === "paragraph" && read.unit.item !== undefined;
}

/** A task for a role rather than for a name: "Election officials to announce the dates". */
function isRole(text: string): boolean {
  return /^[^.:;]{3,70}\b(?:officials|chairs?|leads?|staff|team|council|committee|board|maintainers|editors?|owners?) to (?!be\b)\w+/i.test(
    text,
  );
}
