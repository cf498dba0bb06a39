import { type ReactNode, useId } from 'react';

interface Labelled {
  label: string;
  help?: ReactNode;
  error?: string | null;
}

function Frame(props: Labelled & { id: string; children: ReactNode }) {
  const { id, label, help, error, children } = props;
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? (
        <small id={`${id}-note`} role="alert">
          {error}
        </small>
      ) : help ? (
        <small id={`${id}-note`}>{help}</small>
      ) : null}
    </div>
  );
}

/** A line or more of text, whose direction its own letters decide. */
export function TextField(
  props: Labelled & {
    value: string;
    onChange: (value: string) => void;
    isLong?: boolean;
    isDisabled?: boolean;
    maxLength?: number;
    placeholder?: string;
    type?: 'text' | 'url' | 'search';
    isFocused?: boolean;
  },
) {
  const { value, onChange, isLong = false, isDisabled = false, isFocused = false } = props;
  const id = useId();
  const common = {
    id,
    dir: 'auto' as const,
    value,
    disabled: isDisabled,
    'aria-describedby': props.help || props.error ? `${id}-note` : undefined,
    'aria-invalid': props.error ? true : undefined,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autoFocus: isFocused,
  };
  return (
    <Frame {...props} id={id}>
      {isLong ? (
        <textarea {...common} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type={props.type ?? 'text'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

export function SelectField<T extends string>(
  props: Labelled & {
    value: T;
    options: readonly (readonly [value: T, name: string])[];
    onChange: (value: T) => void;
    isDisabled?: boolean;
  },
) {
  const id = useId();
  const { value, options, onChange, isDisabled = false } = props;
  return (
    <Frame {...props} id={id}>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
}
