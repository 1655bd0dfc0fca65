/** The Ink side: a frame is a column of finished lines, one `Text` each; a line that did not change is not made again. */
import { memo } from 'react';
import type { ReactElement } from 'react';
import { Box, render, Text } from 'ink';
import type { Instance } from 'ink';
import type { FrameSink } from './sink.ts';

const Line = memo(({ text }: { readonly text: string }): ReactElement => <Text wrap="truncate">{text}</Text>);
Line.displayName = 'Line';

function Frame({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((text, index) => <Line key={index} text={text === '' ? ' ' : text} />)}
    </Box>
  );
}

export interface Drawing {
  readonly draw: (lines: readonly string[]) => void;
  readonly stop: () => void;
}

/** Starts Ink on a sink. Ink is given no keyboard: keys are read by `terminal.ts`. */
export function startDrawing(sink: FrameSink, stdin: NodeJS.ReadStream): Drawing {
  let ink: Instance | null = null;
  return {
    draw(lines): void {
      const frame = <Frame lines={lines} />;
      // `debug` makes Ink write every frame whole and at once; the sink finds out what changed.
      if (ink === null) ink = render(frame, { stdout: sink as unknown as NodeJS.WriteStream, stdin, debug: true, patchConsole: false, exitOnCtrlC: false });
      else ink.rerender(frame);
    },
    stop(): void {
      ink?.unmount();
      ink = null;
    },
  };
}
