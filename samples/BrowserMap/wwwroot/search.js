// A combobox as described in https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.

import { label, show } from './map.js';

const Delay = 200;
const form = document.getElementById('search');
const input = form.elements.query;
const list = document.getElementById('results');
const source = document.getElementById('source');
const status = document.getElementById('status');

let places = []; // the places in the list
let searched = ''; // the query that found them
let active = -1;
let timer;
let request = new AbortController();

const query = () => input.value.replaceAll(';', ' ').trim();

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

function announce(message, isVisible) {
  status.textContent = message;
  status.className = isVisible ? '' : 'visually-hidden';
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
  searched = query();
  fill([place]);
  toggle(false);
  announce(`${place.text} is shown.`, false);
  show(place);
  if (matchMedia('(pointer: coarse)').matches) input.blur(); // hides the on-screen keyboard
  else input.select();
}

async function geocode(value, signal) {
  if (!value) return { features: [] };
  const response = await fetch(`${form.action}${encodeURIComponent(value)}.json?autocomplete=true&limit=5&language=${document.documentElement.lang}`, { signal });
  if (!response.ok) throw new Error(`The search failed with status ${response.status}.`);
  return response.json();
}

/** Finds places whose names start with the query, and cancels the previous search. */
async function search() {
  clearTimeout(timer);
  request.abort();
  const { signal } = request = new AbortController();
  const value = query();
  try {
    const result = await geocode(value, signal);
    searched = value;
    fill(result.features);
    source.textContent = new DOMParser().parseFromString(result.attribution ?? '', 'text/html').body.textContent; // the attribution is HTML
    announce(places.length ? `${places.length} found` : value && 'No results', !places.length);
  } catch (error) {
    if (signal.aborted) return;
    console.warn(error);
    searched = '';
    fill([]);
    announce('Search failed. Try again in a moment.', true);
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
    // After the last option no option is active, because the input is between the last and the first option.
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
    if (searched !== query()) await search();
    if (searched === query()) place = places[0];
  }
  if (place) choose(place);
});

list.addEventListener('mousedown', event => event.preventDefault()); // keeps the focus in the input
form.addEventListener('focusout', event => { if (!form.contains(event.relatedTarget)) toggle(false); });
form.hidden = false;
