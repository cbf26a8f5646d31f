/** Made by tools/web_palette.py from the report's theme and signs: do not edit. */

export const LIGHT = {
  "paper": "#ffffff",
  "panel": "#f5f4f0",
  "ink": "#16202a",
  "soft": "#4d5863",
  "rule": "#d8d5cc",
  "hair": "#e8e6df",
  "sea": "#e9eef1",
  "land": "#fbfaf7",
  "coast": "#97a1a8",
  "border": "#b4babd",
  "grid": "#d5dde2",
  "sees": "#1f5fa8",
  "sees-wash": "#1f5fa8",
  "defends": "#0b7568",
  "defends-wash": "#7fc0b4",
  "reaches": "#b23c17",
  "depends": "#8a6100",
  "depends-wash": "#f0d58c",
  "unseen": "#8b939a",
  "threatened": "#d9cfc3",
  "halo": "#ffffff"
} as const;

export const DARK = {
  "paper": "#11171d",
  "panel": "#1a222a",
  "ink": "#e9ecee",
  "soft": "#a9b3bc",
  "rule": "#36414b",
  "hair": "#28323b",
  "sea": "#18222b",
  "land": "#28313a",
  "coast": "#5b6873",
  "border": "#46515b",
  "grid": "#24303a",
  "sees": "#7db4f0",
  "sees-wash": "#5c9be0",
  "defends": "#52c3b0",
  "defends-wash": "#2f7d72",
  "reaches": "#f08a62",
  "depends": "#e2b64a",
  "depends-wash": "#7a611f",
  "unseen": "#7d8892",
  "threatened": "#4a4640",
  "halo": "#11171d"
} as const;

export const STYLES = {
  "sea": {
    "fill": "sea"
  },
  "land": {
    "fill": "land",
    "rule": "evenodd"
  },
  "coast": {
    "fill": null,
    "stroke": "coast",
    "width": 0.6,
    "join": "round"
  },
  "border": {
    "fill": null,
    "stroke": "border",
    "width": 0.5
  },
  "contested": {
    "fill": null,
    "stroke": "border",
    "width": 0.6,
    "dash": [
      2.0,
      1.6
    ]
  },
  "special": {
    "fill": null,
    "stroke": "border",
    "width": 0.7,
    "dash": [
      0.6,
      1.4
    ],
    "cap": "round"
  },
  "grid": {
    "fill": null,
    "stroke": "grid",
    "width": 0.5
  },
  "frame": {
    "fill": null,
    "stroke": "coast",
    "width": 0.8
  },
  "fan": {
    "fill": "sees-wash",
    "fillOpacity": 0.09,
    "stroke": "sees",
    "width": 0.7,
    "strokeOpacity": 0.75
  },
  "seen": {
    "fill": null,
    "stroke": "sees",
    "width": 1.4,
    "cap": "round"
  },
  "band": {
    "fill": "sees-wash",
    "fillOpacity": 0.2
  },
  "unseen": {
    "fill": null,
    "stroke": "unseen",
    "width": 1.0,
    "dash": [
      2.5,
      2.0
    ]
  },
  "cell-yes": {
    "fill": "defends",
    "fillOpacity": 0.72,
    "rule": "evenodd"
  },
  "cell-depends": {
    "fill": "hatch",
    "rule": "evenodd"
  },
  "hatch-ground": {
    "fill": "defends-wash",
    "fillOpacity": 0.35
  },
  "hatch-line": {
    "stroke": "defends",
    "width": 1.1
  },
  "cell-no": {
    "fill": "threatened",
    "fillOpacity": 0.85,
    "rule": "evenodd"
  },
  "flight-yes": {
    "fill": null,
    "stroke": "reaches",
    "width": 1.6,
    "cap": "round"
  },
  "flight-depends": {
    "fill": null,
    "stroke": "depends",
    "width": 1.1,
    "dash": [
      5.0,
      3.0
    ]
  },
  "flight-no": {
    "fill": null,
    "stroke": "unseen",
    "width": 0.8,
    "dash": [
      1.5,
      2.5
    ]
  },
  "flight-holds": {
    "fill": null,
    "stroke": "defends",
    "width": 1.4,
    "cap": "round"
  },
  "flight-disputed": {
    "fill": null,
    "stroke": "reaches",
    "width": 1.8,
    "dash": [
      9.0,
      3.0
    ]
  },
  "flight-disputed-2": {
    "fill": null,
    "stroke": "depends",
    "width": 1.5,
    "dash": [
      5.0,
      3.0
    ]
  },
  "flight-disputed-3": {
    "fill": null,
    "stroke": "sees",
    "width": 1.2,
    "dash": [
      2.5,
      2.5
    ]
  },
  "flight-disputed-4": {
    "fill": null,
    "stroke": "defends",
    "width": 1.1,
    "dash": [
      7.0,
      2.0,
      1.0,
      2.0
    ]
  },
  "flight-disputed-5": {
    "fill": null,
    "stroke": "soft",
    "width": 1.0,
    "dash": [
      1.0,
      2.5
    ]
  },
  "circle": {
    "fill": null,
    "stroke": "soft",
    "width": 0.8,
    "dash": [
      4.0,
      2.5
    ]
  },
  "site": {
    "fill": "ink",
    "stroke": "halo",
    "width": 1.0
  },
  "radar": {
    "fill": "sees",
    "stroke": "halo",
    "width": 1.0
  },
  "launch": {
    "fill": "reaches",
    "stroke": "halo",
    "width": 1.0
  },
  "target": {
    "fill": "halo",
    "stroke": "ink",
    "width": 1.1
  },
  "halo": {
    "fill": null,
    "stroke": "halo",
    "width": 2.6,
    "join": "round"
  },
  "axis": {
    "fill": null,
    "stroke": "coast",
    "width": 1.0
  },
  "rule": {
    "fill": null,
    "stroke": "hair",
    "width": 1.0
  },
  "curve": {
    "fill": null,
    "stroke": "ink",
    "width": 1.8,
    "join": "round"
  },
  "under-curve": {
    "fill": "panel"
  },
  "bar-sees": {
    "fill": "sees"
  },
  "bar-defends": {
    "fill": "defends"
  },
  "bar-reaches": {
    "fill": "reaches"
  },
  "bar-soft": {
    "fill": "unseen"
  },
  "wash-defends": {
    "fill": "defends-wash",
    "fillOpacity": 0.55
  },
  "wash-holds": {
    "fill": "defends-wash",
    "fillOpacity": 0.16
  },
  "wash-band": {
    "fill": "soft",
    "fillOpacity": 0.14
  },
  "wash-depends": {
    "fill": "depends-wash",
    "fillOpacity": 0.6
  },
  "wash-reaches": {
    "fill": "reaches",
    "fillOpacity": 0.13
  },
  "line-declared": {
    "fill": null,
    "stroke": "ink",
    "width": 1.6
  },
  "line-rival": {
    "fill": null,
    "stroke": "reaches",
    "width": 1.6,
    "dash": [
      5.0,
      3.0
    ]
  },
  "line-third": {
    "fill": null,
    "stroke": "sees",
    "width": 1.6,
    "dash": [
      2.0,
      2.0
    ]
  },
  "line-fourth": {
    "fill": null,
    "stroke": "depends",
    "width": 1.6,
    "dash": [
      9.0,
      2.0,
      2.0,
      2.0
    ]
  },
  "line-margin": {
    "fill": null,
    "stroke": "soft",
    "width": 2.4,
    "cap": "round",
    "strokeOpacity": 0.55
  },
  "line-event": {
    "fill": null,
    "stroke": "soft",
    "width": 0.8,
    "dash": [
      2.0,
      2.0
    ]
  },
  "dot-yes": {
    "fill": "reaches",
    "stroke": "reaches",
    "width": 1.4
  },
  "dot-depends": {
    "fill": "depends-wash",
    "stroke": "depends",
    "width": 1.6
  },
  "dot-half": {
    "fill": "depends"
  },
  "dot-holds": {
    "fill": "defends",
    "stroke": "defends",
    "width": 1.4
  },
  "dot-no": {
    "fill": "paper",
    "stroke": "soft",
    "width": 1.4
  },
  "dot": {
    "fill": "ink",
    "stroke": "paper",
    "width": 1.2
  },
  "track": {
    "fill": "hair"
  },
  "ellipse-impact": {
    "fill": "reaches",
    "fillOpacity": 0.18,
    "stroke": "reaches",
    "width": 1.2
  },
  "ellipse-launch": {
    "fill": "depends-wash",
    "fillOpacity": 0.5,
    "stroke": "depends",
    "width": 1.2
  },
  "learned-1": {
    "fill": "sees",
    "fillOpacity": 0.85
  },
  "learned-2": {
    "fill": "sees",
    "fillOpacity": 0.62
  },
  "learned-3": {
    "fill": "sees",
    "fillOpacity": 0.43
  },
  "learned-4": {
    "fill": "sees",
    "fillOpacity": 0.27
  },
  "learned-5": {
    "fill": "sees",
    "fillOpacity": 0.14
  },
  "learned-nothing": {
    "fill": "unseen",
    "fillOpacity": 0.22
  },
  "learned-edge": {
    "fill": null,
    "stroke": "ink",
    "width": 1.0,
    "dash": [
      1.5,
      2.0
    ],
    "cap": "round"
  },
  "hazard": {
    "fill": "reaches",
    "fillOpacity": 0.12,
    "stroke": "reaches",
    "width": 1.0,
    "dash": [
      6.0,
      2.5
    ]
  },
  "impact-area": {
    "fill": "depends-wash",
    "fillOpacity": 0.45,
    "stroke": "depends",
    "width": 1.0
  },
  "text": {
    "fill": "ink"
  },
  "text-soft": {
    "fill": "soft"
  },
  "text-sees": {
    "fill": "sees"
  },
  "text-defends": {
    "fill": "defends"
  },
  "text-reaches": {
    "fill": "reaches"
  },
  "text-halo": {
    "fill": "halo",
    "stroke": "halo",
    "width": 3.0,
    "join": "round"
  }
} as const;

export const SIGNS = {
  "assumed": [
    {
      "element": "path",
      "d": "M6 .9L11.1 6L6 11.1L.9 6Z",
      "fill": "none",
      "stroke": "ink",
      "stroke-width": "1.1"
    }
  ],
  "computed": [
    {
      "element": "path",
      "d": "M6 1.6L10.8 10.2H1.2Z",
      "fill": "none",
      "stroke": "ink",
      "stroke-width": "1.1"
    }
  ],
  "depends": [
    {
      "element": "circle",
      "cx": "6",
      "cy": "6",
      "r": "4.4",
      "fill": "none",
      "stroke": "ink",
      "stroke-width": "1.2"
    },
    {
      "element": "path",
      "d": "M6 1.6A4.4 4.4 0 0 1 6 10.4Z",
      "fill": "ink"
    }
  ],
  "disputed": [
    {
      "element": "path",
      "d": "M1 4.2H9.4M7 1.8L9.6 4.2L7 6.6M11 8.4H2.6M5 6L2.4 8.4L5 10.8",
      "fill": "none",
      "stroke": "ink",
      "stroke-width": "1.1"
    }
  ],
  "general": [
    {
      "element": "rect",
      "x": "2",
      "y": "2",
      "width": "8",
      "height": "8",
      "fill": "none",
      "stroke": "ink"
    }
  ],
  "no": [
    {
      "element": "circle",
      "cx": "6",
      "cy": "6",
      "r": "4.4",
      "fill": "none",
      "stroke": "ink",
      "stroke-width": "1.2"
    }
  ],
  "read": [
    {
      "element": "rect",
      "x": "1.5",
      "y": "1.5",
      "width": "9",
      "height": "9",
      "fill": "ink"
    }
  ],
  "second-hand": [
    {
      "element": "rect",
      "x": "2",
      "y": "2",
      "width": "8",
      "height": "8",
      "fill": "none",
      "stroke": "ink"
    },
    {
      "element": "rect",
      "x": "2",
      "y": "2",
      "width": "4",
      "height": "8",
      "fill": "ink"
    }
  ],
  "yes": [
    {
      "element": "circle",
      "cx": "6",
      "cy": "6",
      "r": "5",
      "fill": "ink"
    }
  ]
} as const;
