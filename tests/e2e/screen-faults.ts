/** Finds faults in how a screen is drawn. Functions that run in the page must be self-contained. */

/** Returns elements that overflow the window or their container, or are clipped there. */
export function cutOff(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.closest('.unseen, .dotted') || !element.closest('.kindred')) continue;
      // What is folded away has a size as well.
      if (!element.checkVisibility()) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const says = `${element.localName}.${element.className} "${element.textContent?.slice(0, 40)}"`;
      if (own > 0 && (left < -1 || right > width + 1)) found.push(`outside: ${says}`);
      if (style.webkitLineClamp !== 'none' || element.matches('progress, input, select')) continue;
      const clips = (overflow: string) => /hidden|clip/.test(overflow);
      if (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
        found.push(`cut below: ${says}`);
      }
      if (!clips(style.overflowX) || style.textOverflow === 'ellipsis') continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${says}`);
    }
  };
  look(document);
  return found;
}

/** Sets text as wide apart as WCAG 1.4.12 lets a user set it. */
export function spaceText(): void {
  const wider = `.kindred, .kindred * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  .kindred p { margin-bottom: 2em !important; }`;
  const roots: (Document | ShadowRoot)[] = [document];
  for (const element of document.querySelectorAll('*')) {
    if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  for (const root of roots) {
    const style = document.createElement('style');
    style.textContent = wider;
    (root instanceof Document ? root.head : root).append(style);
  }
}

/** What moves, or would. */
export function motions(): string[] {
  const found: string[] = [];
  const look = (root: Document | ShadowRoot) => {
    for (const animation of root.getAnimations())
      found.push(`running: ${animation.constructor.name}`);
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.closest('.kindred')) continue;
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const says = `${element.localName}.${element.getAttribute('class')}`;
      if (/[1-9]/.test(transitionDuration)) found.push(`transition: ${says}`);
      if (animationName !== 'none') found.push(`animation: ${says}`);
      if (scrollBehavior === 'smooth') found.push(`scrolling: ${says}`);
    }
  };
  look(document);
  return found;
}

/** States of controls that look alike, and marks that show nothing: with forced colors. */
export function untoldStates(): string[] {
  const found: string[] = [];
  const states = ['aria-selected', 'aria-pressed', 'data-on', 'aria-current'];
  const look = (root: ParentNode) => {
    const signs = (element: Element) => {
      const style = getComputedStyle(element);
      const { color, backgroundColor, borderBottomColor, borderBottomStyle } = style;
      return [
        color,
        backgroundColor,
        borderBottomColor,
        borderBottomStyle,
        style.textDecorationLine,
      ].join();
    };
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (
        element.localName === 'mark' &&
        !/underline/.test(getComputedStyle(element).textDecorationLine)
      ) {
        found.push(`mark "${element.textContent}"`);
      }
      for (const state of states) {
        const value = element.getAttribute(state);
        if (value === null || value === 'false' || !element.closest('.kindred')) continue;
        const others = [...(element.parentElement?.children ?? [])];
        const off = others.find(
          (one) =>
            one.className === element.className && (one.getAttribute(state) ?? 'false') === 'false',
        );
        if (off && signs(off) === signs(element)) found.push(`${state}: "${element.textContent}"`);
      }
    }
  };
  look(document);
  return found;
}
