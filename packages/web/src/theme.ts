import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ink on paper: a blue green that reads on white and on near black. */
const ink: MantineColorsTuple = [
  '#e8f6f9',
  '#d3e9ef',
  '#a5d3df',
  '#74bccf',
  '#4ea9c1',
  '#369db9',
  '#2698b6',
  '#1684a1',
  '#057490',
  '#0f5c6e',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 8 },
  colors: { ink },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
});
