package ui

// markShape is the sign in a box of 32 × 32: five petals of star anise above,
// and the three lower ones as arch and pier of a bridge. The file
// static/files/favicon.svg draws the same.
const markShape = `<path d="M16 14.3c-2.8-3.8-3-8.5 0-13.3 3 4.8 2.8 9.5 0 13.3z"/><path d="M16 14.3c-2.8-3.8-3-8.5 0-13.3 3 4.8 2.8 9.5 0 13.3z" transform="rotate(45 16 16)"/><path d="M16 14.3c-2.8-3.8-3-8.5 0-13.3 3 4.8 2.8 9.5 0 13.3z" transform="rotate(-45 16 16)"/><path d="M16 14.3c-2.8-3.8-3-8.5 0-13.3 3 4.8 2.8 9.5 0 13.3z" transform="rotate(90 16 16)"/><path d="M16 14.3c-2.8-3.8-3-8.5 0-13.3 3 4.8 2.8 9.5 0 13.3z" transform="rotate(-90 16 16)"/><path d="M16 17.2C11.8 17.2 5.7 21.5 1 29h4.3c3.2-4.6 6.4-6.7 9.2-7.3V29h3v-7.3c2.8.6 6 2.7 9.2 7.3H31c-4.7-7.5-10.8-11.8-15-11.8z"/>`
