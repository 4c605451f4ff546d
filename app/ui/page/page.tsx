import { type ReactNode, useContext, useMemo } from 'react';
import { FormContext, ShutContext, WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from './link.tsx';

export interface PageProps {
  /** wide: lists and columns; narrow: reading and forms; sheet: one raised leaf */
  width?: 'wide' | 'narrow' | 'sheet';
  children: ReactNode;
}

/** The column a page stands in. */
export function Page({ width = 'wide', children }: PageProps) {
  return <div className={`page page-${width}`}>{children}</div>;
}

export interface PageHeadProps {
  eyebrow?: ReactNode;
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
}

/** What the page is about, in the largest type, and what can be done with it. */
export function PageHead({ eyebrow, title, lede, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      {eyebrow && <Eyebrow>{eyebrow}</Eyebrow>}
      <h1 dir="auto">{title}</h1>
      {lede && <p className="lede">{lede}</p>}
      {actions && (
        <WhileOpen>
          <div className="actions">{actions}</div>
        </WhileOpen>
      )}
    </header>
  );
}

/** A few small words above a title. */
export function Eyebrow({ children }: { children: ReactNode }) {
  return <p className="eyebrow">{children}</p>;
}

/** Main matter with something beside it; below it on small screens. */
export function Columns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="columns">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  );
}

export interface BlockProps {
  title?: ReactNode;
  action?: ReactNode;
  id?: string;
  children?: ReactNode;
}

/** A part of a page, set off by a hairline. */
export function Block({ title, action, id, children }: BlockProps) {
  return (
    <section className="block" id={id}>
      {(title || action) && (
        <div className="block-head">
          {title && <h2 dir="auto">{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** Nothing here yet, and what to do next, unless nothing is taken around here. */
export function Empty({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const isShut = useContext(ShutContext);
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && !isShut && <div className="empty-words">{children}</div>}
      {action && !isShut && <div className="actions">{action}</div>}
    </div>
  );
}

/** Terms and what they are, in two columns. */
export function Facts({ items }: { items: readonly { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value }, at) => (
        <div key={at}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A small remark about the thing beside it. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className="chip">{children}</span>;
}

/** A list with hairlines. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  title: ReactNode;
  to?: string;
  meta?: ReactNode;
  /** what is new in it for the viewer: a number, words, or just true */
  new?: ReactNode;
  /** controls at the end of the row */
  action?: ReactNode;
  /** a mark or cover at its start */
  mark?: ReactNode;
  children?: ReactNode;
}

/** One of a list: its title is the link. */
export function Row({ title, to, meta, new: fresh, action, mark, children }: RowProps) {
  return (
    <li className="row">
      {mark}
      <div className="row-words">
        <p className="row-title">
          {to ? (
            <Link to={to} dir="auto">
              {title}
            </Link>
          ) : (
            <span dir="auto">{title}</span>
          )}
          {fresh ? (
            <span className="new">
              {fresh === true ? 'New' : typeof fresh === 'number' ? `${fresh} new` : fresh}
            </span>
          ) : null}
        </p>
        {meta && <div className="row-meta">{meta}</div>}
        {children}
      </div>
      {action && <div className="row-action">{action}</div>}
    </li>
  );
}

/** A raised leaf: something to write on or to hold. */
export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      {title && <h2 dir="auto">{title}</h2>}
      {children}
    </section>
  );
}

export interface DetailsProps {
  summary: ReactNode;
  open?: boolean;
  onOpen?: () => void;
  children: ReactNode;
}

/** More, for those who want it. What is wrong with a field in it, its form says where it is seen. */
export function Details({ summary, open, onOpen, children }: DetailsProps) {
  const form = useContext(FormContext);
  const inside = useMemo(() => (open ? form : { ...form, said: new Set<string>() }), [form, open]);
  return (
    <details
      className="more"
      open={open}
      onToggle={onOpen && ((event) => event.currentTarget.open && onOpen())}
    >
      <summary>{summary}</summary>
      <div className="more-inside">
        <FormContext.Provider value={inside}>{children}</FormContext.Provider>
      </div>
    </details>
  );
}

export interface NoticeBarProps {
  tone?: 'plain' | 'cloth' | 'rubric';
  /** a control at its end: an undo form, a link */
  action?: ReactNode;
  children: ReactNode;
}

/** One thing to know now. Rubric only for what went wrong or needs the viewer. */
export function NoticeBar({ tone = 'plain', action, children }: NoticeBarProps) {
  return (
    <div className={`notice notice-${tone}`} role="status">
      <div className="notice-words">{children}</div>
      {action}
    </div>
  );
}
