// A combobox as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ describes it.

import { label, show } from './map.js';

const Delay = 200;
const form = document.getElementById('search');
const input = form.elements.query;
const list = document.getElementById('results');
const source = document.getElementById('source');
const status = document.getElementById('status');

let places = []; // what is in the list
let searched = ''; // the text that they were found by
let active = -1;
let timer;
let request = new AbortController();

const text = () => input.value.replaceAll(';', ' ').trim();

function activate(index) {
  active = index;
  [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
  list.children[index]?.scrollIntoView({ block: 'nearest' });
  if (index < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', list.children[index].id);
}

function toggle(isOpen) {
  list.hidden = source.hidden = !isOpen;
  input.setAttribute('aria-expanded', isOpen);
  activate(-1);
}

function say(message, isVisible) {
  status.textContent = message;
  status.className = isVisible ? '' : 'unseen';
}

function fill(found) {
  places = found;
  list.replaceChildren(...places.map((place, index) => {
    const option = label(place, 'li');
    option.id = `place-${index}`;
    option.role = 'option';
    option.addEventListener('click', () => choose(place));
    return option;
  }));
}

function choose(place) {
  input.value = place.place_name;
  searched = text();
  fill([place]);
  toggle(false);
  say(`${place.text} is shown.`, false);
  show(place);
  if (matchMedia('(pointer: coarse)').matches) input.blur(); // lets the keyboard on the screen go
  else input.select();
}

async function ask(query, signal) {
  if (!query) return { features: [] };
  const response = await fetch(`${form.action}${encodeURIComponent(query)}.json?autocomplete=true&limit=5&language=${document.documentElement.lang}`, { signal });
  if (!response.ok) throw new Error(`The search was answered ${response.status}.`);
  return response.json();
}

/** Finds places whose names begin with the text. The search before it is given up. */
async function search() {
  clearTimeout(timer);
  request.abort();
  const { signal } = request = new AbortController();
  const query = text();
  try {
    const result = await ask(query, signal);
    searched = query;
    fill(result.features);
    source.textContent = new DOMParser().parseFromString(result.attribution ?? '', 'text/html').body.textContent; // told as HTML
    say(places.length ? `${places.length} found` : query && 'No results', !places.length);
  } catch (error) {
    if (signal.aborted) return;
    console.warn(error);
    searched = '';
    fill([]);
    say('Search failed. Try again in a moment.', true);
  }
  toggle(places.length > 0);
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(search, Delay);
});

input.addEventListener('keydown', event => {
  const isOpen = !list.hidden;
  if (event.key === 'Escape' && isOpen) {
    toggle(false);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && places.length) {
    if (!isOpen) toggle(true);
    // From the last one to none, as the text is between the last and the first.
    const step = event.key === 'ArrowDown' ? 1 : -1;
    activate((active + step + 1 + places.length + 1) % (places.length + 1) - 1);
  } else {
    return;
  }
  event.preventDefault();
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  let place = places[active];
  if (!place) {
    if (searched !== text()) await search();
    if (searched === text()) place = places[0];
  }
  if (place) choose(place);
});

list.addEventListener('mousedown', event => event.preventDefault()); // keeps the focus where one types
form.addEventListener('focusout', event => { if (!form.contains(event.relatedTarget)) toggle(false); });
form.hidden = false;
