import type { Child } from 'hono/jsx';
import { longestEmail, longestName, longestReply } from '../../newsroom/comments/comment.ts';
import type { ReplyField, ReplyProblem } from '../../newsroom/comments/post.ts';
import { count, isolated, type Sheet } from './sheet.ts';

/** What a form begins with. */
export interface FormStart {
  /** Says when the form was made, and for which story. */
  token: string;
  /** Whether letters about answers can be sent. */
  letters: boolean;
}

export interface Typed {
  name: string;
  email: string;
  text: string;
  notify: boolean;
}

export interface Problem {
  field: ReplyField;
  problem: ReplyProblem;
}

export interface ReplyFormProps extends FormStart {
  sheet: Sheet;
  /** Which heading the form has. */
  level: 2 | 3;
  /** Where the form is sent; its own page unless given. */
  action?: string;
  /** The reply that is answered; null for one to the story. */
  parent: { id: number; name: string } | null;
  typed?: Typed;
  problems?: readonly Problem[];
}

const nothing: Typed = { name: '', email: '', text: '', notify: false };
const longest = { name: longestName, email: longestEmail, text: longestReply };
type Field = keyof typeof longest;

/** What is wrong, as the field's own line and the summary say it. */
export function problemText(sheet: Sheet, { field, problem }: Problem): string {
  const { problems } = sheet.words.comments;
  if (problem === 'required' || problem === 'too-long') {
    if (field === 'form') return problems.others['stale-form'];
    if (problem === 'required') return problems.required[field];
    return problems.tooLong(count(sheet, longest[field], sheet.words.characters));
  }
  return problems.others[problem];
}

/** A field with its label, that it is required, and what is wrong with it. */
function FieldOf(props: {
  sheet: Sheet;
  field: Field;
  label: string;
  problems: readonly Problem[];
  described?: string;
  control: (attributes: Record<string, unknown>) => Child;
}) {
  const { sheet, field, label, problems, described, control } = props;
  const problem = problems.find((one) => one.field === field);
  const id = `reply-${field}`;
  const describedBy = [problem ? `${id}-problem` : null, described].filter(Boolean).join(' ');
  const first = problems.find((one) => one.field !== 'form')?.field === field;
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} <b aria-hidden="true">*</b>
      </label>
      {control({
        ...{ id, name: field, required: true, maxlength: longest[field] },
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? 'true' : undefined,
        // The reader is at the first thing to mend, without a script.
        autofocus: first || undefined,
      })}
      {problem ? (
        <p class="problem" id={`${id}-problem`}>
          {problemText(sheet, problem)}
        </p>
      ) : null}
    </div>
  );
}

function Problems({ sheet, problems }: { sheet: Sheet; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const words = sheet.words.comments;
  return (
    <div class="problems" role="alert">
      <p>{words.problems.title}</p>
      <ul>
        {problems.map((problem) => (
          <li>
            {problem.field === 'form' ? (
              problemText(sheet, problem)
            ) : (
              <a href={`#reply-${problem.field}`}>
                {words[problem.field]}: {problemText(sheet, problem)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where a reader answers. Every field has its label, says that it is required and what to fill in. */
export function ReplyForm(props: ReplyFormProps) {
  const { sheet, action, parent, token, letters, typed = nothing, problems = [] } = props;
  const words = sheet.words.comments;
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <form id="reply" method="post" action={action} aria-labelledby="reply-title">
      <Heading id="reply-title">
        {parent ? words.formTo(isolated(parent.name)) : words.form}
      </Heading>
      <p class="promise" id="reply-promise">
        {words.promise} {words.requiredBefore} <b>*</b> {words.requiredAfter}
      </p>
      <Problems sheet={sheet} problems={problems} />
      <FieldOf
        {...{ sheet, problems, field: 'text', label: words.text }}
        control={(attributes) => (
          <textarea rows={5} dir="auto" {...attributes}>
            {/* A line break right after the tag would be taken for none. */}
            {typed.text.startsWith('\n') ? `\n${typed.text}` : typed.text}
          </textarea>
        )}
      />
      <div class="two">
        <FieldOf
          {...{ sheet, problems, field: 'name', label: words.name }}
          control={(attributes) => (
            <input
              type="text"
              autocomplete="name"
              dir="auto"
              value={typed.name || undefined}
              {...attributes}
            />
          )}
        />
        <FieldOf
          {...{ sheet, problems, field: 'email', label: words.email, described: 'reply-promise' }}
          control={(attributes) => (
            <input
              type="email"
              autocomplete="email"
              dir="ltr"
              value={typed.email || undefined}
              {...attributes}
            />
          )}
        />
      </div>
      {letters ? (
        <label class="tick">
          <input type="checkbox" name="notify" value="1" checked={typed.notify || undefined} />
          {words.notify}
        </label>
      ) : null}
      <p class="trap" aria-hidden="true">
        <label for="reply-website">{words.trap}</label>
        <input id="reply-website" name="website" type="text" tabindex={-1} autocomplete="off" />
      </p>
      <input type="hidden" name="token" value={token} />
      {parent ? <input type="hidden" name="parent" value={String(parent.id)} /> : null}
      <button type="submit">{words.send}</button>
    </form>
  );
}
