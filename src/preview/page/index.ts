export { PortTaken, startPage } from './start-page.ts';
export type { Notice, Page, PageOptions, Person, Visitors } from './start-page.ts';
export type { DemoControls, DemoStatus, DemoStory, WrittenStory } from './demo-controls.ts';
