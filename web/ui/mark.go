package ui

// markShape is drawn in a box of 32 × 32; static/files/favicon.svg has the same.
const markShape = `<path d="M16 1l2.4 9.1L16 14l-2.4-3.9zM5.4 5.4l8.1 4.7 1.1 4.5-4.5-1.1zM26.6 5.4l-4.7 8.1-4.5 1.1 1.1-4.5zM1 16l9.1-2.4L14 16l-3.9 2.4zM31 16l-9.1 2.4L18 16l3.9-2.4z"/><path d="M2 27c4-5 8-8 12.5-9.5h3C22 19 26 22 30 27h-4c-3-3.500-6-5-10-5s-7 1.500-10 5z"/>`
