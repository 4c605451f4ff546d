import { Form, resolvePath, useActionData, useLocation, useNavigation } from '@remix-run/react';
import {
  type FormEvent,
  type ReactNode,
  type SyntheticEvent,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWaiting } from '#app/ui/document/waiting.ts';
import { FormContext, ShutContext } from './form-context.ts';
import { FORM_NAME, type FormReply, isReplyTo } from './form-reply.ts';

export interface PostFormProps {
  action?: string;
  /** tells the forms of a page apart that post to the same address */
  name?: string;
  /** what the action answered; by default this route's own */
  reply?: FormReply;
  className?: string;
  id?: string;
  encType?: 'multipart/form-data';
  'aria-label'?: string;
  /** taken also where forms are shut */
  whenShut?: boolean;
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  onInput?: (event: SyntheticEvent<HTMLFormElement>) => void;
  children: ReactNode;
}

/**
 * A form that posts, with or without scripts. Its fields find what was typed and what was wrong by
 * their name; a form that was taken is emptied, one that was refused is focused where it is wrong.
 */
export function PostForm(props: PostFormProps) {
  const { action, name, reply, onSubmit, onInput, whenShut, children } = props;
  const given = useReply(action, name);
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState<{ by: Element | null } | null>(null);
  const answer = reply ?? given;
  // What was typed stays to be copied.
  const shut = useContext(ShutContext) && !whenShut && !answer;
  // What waits for the network may be mended and sent once more: that takes its place.
  const isStuck = useWaiting() !== null;
  const pending = sent !== null && navigation.state !== 'idle' && !isStuck;
  const edited = useRef(false);

  const settled = useRef<FormReply>();
  useEffect(() => {
    if (navigation.state !== 'idle') return;
    setSent(null);
    const refused = answer !== undefined && settled.current !== answer;
    settled.current = answer;
    if (refused) focusWrong(form.current);
    // `sent` is read at the moment the navigation ends, not watched.
    else if (sent && !answer && !edited.current) form.current?.reset();
  }, [navigation.state, answer]);

  const state = useMemo(
    () => ({ reply: answer, pending, submitter: sent?.by ?? null, said: new Set(['']) }),
    [answer, pending, sent],
  );
  return (
    <FormContext.Provider value={state}>
      <Form
        method="post"
        action={action}
        id={props.id}
        encType={props.encType}
        aria-label={props['aria-label']}
        ref={form}
        className={props.className}
        noValidate={answer ? true : undefined}
        onSubmit={(event) => {
          if (pending) return event.preventDefault();
          onSubmit?.(event);
          if (event.defaultPrevented) return;
          const { submitter } = event.nativeEvent as SubmitEvent;
          setSent({ by: submitter });
          edited.current = false;
        }}
        onInput={(event) => {
          edited.current = true;
          onInput?.(event);
        }}
      >
        <Alert reasons={answer?.errors[''] ?? []} />
        {name && <Hidden name={FORM_NAME} value={name} />}
        {shut ? (
          <fieldset disabled className="contents">
            {children}
          </fieldset>
        ) : (
          children
        )}
        <Unsaid />
      </Form>
    </FormContext.Provider>
  );
}

function Alert({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <div className="alert" role="alert" tabIndex={-1}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}

/** The reasons that no field before it has shown: it is drawn after them all. */
function Unsaid() {
  const { reply, said } = useContext(FormContext);
  const unsaid = Object.entries(reply?.errors ?? {}).filter(([name]) => !said.has(name));
  return <Alert reasons={[...new Set(unsaid.flatMap(([, reasons]) => reasons))]} />;
}

/** What the action answered, when it was this form that was sent: to its address, by its name. */
function useReply(action = '', name = ''): FormReply | undefined {
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  const { pathname } = useLocation();
  if (!reply || !isReplyTo(reply, name)) return undefined;
  const isHere = action === '' || resolvePath(action, pathname).pathname === pathname;
  return isHere ? reply : undefined;
}

function focusWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]');
  wrong?.closest('details')?.setAttribute('open', '');
  wrong?.focus();
}

/** A value that goes with the form unseen. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
