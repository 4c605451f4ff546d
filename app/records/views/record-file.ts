import { becameWords, notSaid } from '#app/records/commitments/words.ts';
import type { CommitmentLine, RecordView } from '#app/records/queries/record-view.ts';
import { literally } from '#app/records/questions/words.ts';
import { cameInNumbers, inRoomWords, reachWords, takeTheLearning } from '#app/records/words.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { dayAndTime, dayOf } from '#app/time/words.ts';
import { initialsOf } from '#app/ui/drawings/person-mark.tsx';

interface RecordFileProps {
  session: SessionView;
  record: RecordView;
  zone: string;
}

/**
 * The record as Markdown, for whoever takes it along: names are initials there as on paper, and who
 * helps whom is not in it.
 */
export function recordAsMarkdown({ session, record, zone }: RecordFileProps): string {
  const { commitments, takeaways, inRoom, used, questions, minutes } = record;
  const asked = questions.map(({ body }) => `- ${inLine(body)}`);
  const items = used.map(
    ({ title, minutes: length, leftOut }) =>
      `- ${inLine(title)}, ${length} min${leftOut ? ' (left out)' : ''}`,
  );
  const stayed = [
    ...takeaways.map(({ body, reach }) => `- “${inLine(body)}” (${reachWords[reach]})`),
    ...(inRoom > 0 ? [`- ${inRoomWords(inRoom)}`] : []),
  ];
  const parts = [
    `# ${inLine(session.title || 'A session')}`,
    dayAndTime(session.startsAt, zone),
    session.read && inLine(session.read.words),
    cameInNumbers(record),
    part('What we said we’d do', commitments.map(commitment)),
    part('What stayed', stayed),
    part('What we used', items),
    part('What we asked', asked),
    minutes && `## Minutes\n\n${minutes.body}`,
    `*${takeTheLearning}*`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const inLine = (text: string) => literally(text.replace(/\s+/g, ' '));

const part = (title: string, lines: readonly string[]) =>
  lines.length > 0 && `## ${title}\n\n${lines.join('\n')}`;

function commitment({ name, act, byOn, became, word }: CommitmentLine): string {
  const who = name === null ? '?' : initialsOf(name);
  const state = became === null ? notSaid : becameWords[became];
  const how = word && ` “${inLine(word)}”`;
  return `- ${literally(who)}: ${inLine(act)}, by ${dayOf(byOn, 'full')}: ${state}.${how}`;
}
