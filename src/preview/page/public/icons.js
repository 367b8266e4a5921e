const shapes = {
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h15M4 15h15',
  thread: 'M5 5h14v10h-8l-4 4v-4H5zM9 9h6M9 12h4',
  lock: 'M8 11V8a4 4 0 0 1 8 0v3M6 11h12v9H6z',
  archive: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  forum: 'M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-1.5v3l-3-3H10',
  megaphone: 'M4 10v4h3l8 4V6l-8 4zM18 9.5a3.5 3.5 0 0 1 0 5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  pin: 'M9 4h6l-1 6 4 4H6l4-4zM12 14v6',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3.5-6.5z',
  paper: 'M4 5h11v14H6a2 2 0 0 1-2-2zM15 9h5v8a2 2 0 0 1-2 2h-3M7 9h5M7 12.5h5M7 16h3',
  out: 'M10 6h8v8M18 6 7 17',
  chevron: 'M9 6l6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  pencil: 'M5 19l1-4L16 5l3 3L9 18z',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  slash: 'M15 5 9 19',
  copy: 'M8 8h11v11H8zM5 16V5h11',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20a7 7 0 0 1 14 0',
  apps: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
};

const svg = 'http://www.w3.org/2000/svg';

/** A line drawing that screen readers pass over. */
export function icon(name) {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.classList.add('icon', `icon-${name}`);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', shapes[name] ?? '');
  drawing.append(path);
  return drawing;
}
