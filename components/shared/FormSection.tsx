import type { ComponentChildren, Ref } from 'preact';
import { useUniqueId } from '../use-unique-id.ts';

interface Props {
  title: string;
  /** The element of the title: a heading one level below that of the view, or a paragraph. */
  titleAs?: 'h2' | 'h3' | 'p';
  /** From `useFocusOnOpen`. */
  titleRef: Ref<HTMLHeadingElement>;
  onClose: () => void;
  children: ComponentChildren;
}

/** A titled section that opens inside a view; Escape closes it and nothing around it. */
export function FormSection({ title, titleAs: Title = 'h3', titleRef, onClose, children }: Props) {
  const id = useUniqueId();
  return (
    <section
      class="form"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <Title id={id} tabIndex={-1} ref={titleRef} class={Title === 'p' ? 'form-title' : undefined}>
        {title}
      </Title>
      {children}
    </section>
  );
}
