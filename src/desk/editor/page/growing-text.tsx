import { type KeyboardEvent, type Ref, useContext, useId } from 'react';
import { CheckContext, FieldMarks, useFoundAt } from '../copydesk/check-context.tsx';
import type { Place } from '../copydesk/units.ts';
import { correctInField, tashkeelInField } from '../typing/field-typing.ts';
import './growing-text.css';

const nowhere = (): boolean => false;

/**
 * A line of the page that is written where it will be read: as tall as its text, without a box.
 * Enter goes to the next line of the page instead of breaking this one.
 */
export function GrowingText(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className: string;
  maxLength: number;
  placeholder?: string;
  isReadOnly?: boolean;
  isInline?: boolean;
  onEnter?: () => void;
  fieldRef?: Ref<HTMLTextAreaElement>;
  /** Whether it is the line of the story that the copy desk found something in. */
  isAt?: (place: Place) => boolean;
}) {
  const { label, value, onChange, className, isInline = false, onEnter } = props;
  const id = useId();
  const check = useContext(CheckContext);
  const found = useFoundAt(props.isAt ?? nowhere);
  const look = (at: number): void => {
    const here = found.find(({ start, end }) => start <= at && at <= end);
    if (here !== undefined) check?.look(here.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (tashkeelInField(event)) return;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter?.();
  };
  return (
    <span
      className={`growing-text ${className}`}
      data-inline={isInline || undefined}
      // The twin behind the field gives it its height.
      data-text={`${value || (props.placeholder ?? '')} `}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <FieldMarks text={value} found={found} />
      <textarea
        ref={props.fieldRef}
        id={id}
        rows={1}
        // An empty line keeps the direction of the page.
        dir={value === '' ? undefined : 'auto'}
        value={value}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        readOnly={props.isReadOnly}
        spellCheck
        onBeforeInput={correctInField}
        onKeyDown={onKeyDown}
        onClick={(event) => look(event.currentTarget.selectionStart)}
        onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      />
    </span>
  );
}
