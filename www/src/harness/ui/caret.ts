/** Remembers where the caret of an editor stands; what it gives puts focus and caret back. */
export function keepCaret(editor: HTMLElement): () => void {
  // Inputs keep their own caret; an editable element may lose it with the focus.
  const range = editor.isContentEditable ? rangeIn(editor) : undefined;
  return () => {
    if (!editor.isConnected || editor === document.body) return;
    editor.focus({ preventScroll: true });
    if (range && editor.contains(range.startContainer) && editor.contains(range.endContainer)) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      // Unlike `addRange`, this also reaches into shadow roots.
      getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    }
  };
}

function rangeIn(editor: HTMLElement): Range | undefined {
  // Chromium has a selection for each shadow root, under a name that no type knows; elsewhere the document's reaches in.
  const root = editor.getRootNode() as Partial<Pick<Document, 'getSelection'>>;
  const selection = root.getSelection?.() ?? getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range && editor.contains(range.startContainer) ? range.cloneRange() : undefined;
}
