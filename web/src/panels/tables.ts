/** Everything that is seen as tables: sorted by any column, and as files. */

import { czml } from "../core/czml.ts";
import type { Drawn } from "../core/drawables.ts";
import { csv, geojson, kmz } from "../core/exports.ts";
import { featuresOf } from "../core/features.ts";
import type { Beside } from "../core/layers.ts";
import { clock, number, unit } from "../core/numbers.ts";
import { sortedRows } from "../core/sorted.ts";
import type { Selection, State, TableView } from "../core/state.ts";
import {
  tableNames,
  tableOf,
  TABLES,
  type Column,
  type Row,
  type Table,
  type TableName,
  type Value,
} from "../core/tables.ts";
import { attribute, button, element, redraw } from "./dom.ts";
import { chosen } from "./explained.ts";
import { download } from "./files.ts";
import type { Context, Panel } from "./panel.ts";
import { toldOf } from "./told.ts";

/** So many rows are written at first, and with each press for more. */
const PAGE = 150;

/** What the picture shows now. */
export interface Shown {
  readonly beside: () => Beside;
  readonly drawn: () => Drawn;
}

export class TablesPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #picture: Shown;
  readonly #tabs: ReadonlyMap<TableName, HTMLButtonElement>;
  readonly #inside = element("div", { class: "gs-table-box" });
  #shown: readonly unknown[] = [];
  /** The table and its order that the rows are of. */
  #order: TableView | null = null;
  #rows = PAGE;

  constructor(context: Context, picture: Shown) {
    [this.#context, this.#picture] = [context, picture];
    this.#tabs = new Map(TABLES.map((name) => [name, this.#tab(name)]));
    const title = context.text("web.tables.title");
    this.root = element(
      "section",
      { class: "gs-tables", "aria-label": title },
      element(
        "div",
        { class: "gs-row" },
        element("h3", {}, title),
        ...this.#tabs.values(),
        element("span", { class: "gs-push" }),
        element("span", { class: "gs-row gs-saves" }, ...this.#exports()),
      ),
      this.#inside,
    );
  }

  update(state: State): void {
    const names = tableNames(state, this.#context.view);
    const chosen_name = names.find((name) => name === state.table?.name) ?? null;
    for (const [name, tab] of this.#tabs) {
      attribute(tab, "hidden", !names.includes(name) || this.#isEmpty(name));
      attribute(tab, "aria-expanded", String(name === chosen_name));
    }
    attribute(this.#inside, "hidden", chosen_name === null);
    if (chosen_name === null || state.table === null) return this.#close();
    const beside = this.#picture.beside();
    const { setting, compared, claim, flight, filters, hidden, selected, table, subject } = state;
    const inputs = [setting, compared, claim, flight, filters, hidden, selected, table, subject];
    const all = [...inputs, beside.verdicts, beside.live_version, beside.failed];
    if (this.#shown.length > 0 && all.every((each, k) => Object.is(each, this.#shown[k]))) return;
    if (this.#order !== table) this.#rows = PAGE;
    [this.#shown, this.#order] = [all, table];
    this.#show(tableOf(chosen_name, this.#context.view, state, beside), state, state.table);
  }

  /** Once more, though the state is the same: what is live has changed. */
  refresh(state: State): void {
    this.#shown = [];
    this.update(state);
  }

  dispose(): void {
    this.root.remove();
  }

  #close(): void {
    this.#shown = [];
    this.#inside.replaceChildren();
  }

  #isEmpty(name: TableName): boolean {
    const { view } = this.#context;
    const { phases, plans } = view ?? { phases: [], plans: [] };
    if (name === "observers") return plans.length === 0;
    return name !== "tracks" && name !== "notices" && phases.length === 0 && plans.length > 0;
  }

  #tab(name: TableName): HTMLButtonElement {
    const { store } = this.#context;
    return button(
      { class: "gs-tab", "data-key": `table-${name}` },
      () => {
        store.set(({ table }) => ({
          table: table?.name === name ? null : { name, sort: null, descending: false },
        }));
      },
      this.#context.text(`web.table.${name}`),
    );
  }

  #show(table: Table, state: State, order: TableView): void {
    const { language } = this.#context;
    const rows = sortedRows(table, language, order.sort, order.descending);
    const head = table.columns.map((column) => this.#head(column, order));
    const body = rows.slice(0, this.#rows).map((row, k) => this.#row(table, row, k, state));
    const title = this.#context.text(table.title);
    const count = this.#context.text("web.tables.rows", { n: rows.length });
    const caption = element("caption", {}, element("b", {}, title), ` · ${count}`);
    const made = element(
      "table",
      { class: "gs-table" },
      caption,
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
    );
    const scroll = element(
      "div",
      { class: "gs-scroll", tabindex: 0, role: "region", "aria-label": title, "data-key": "rows" },
      made,
      rows.length > this.#rows ? this.#more(state) : null,
    );
    const top = this.#inside.firstElementChild?.scrollTop ?? 0;
    redraw(this.#inside, scroll);
    scroll.scrollTop = top;
  }

  #more(state: State): HTMLElement {
    return button(
      { "data-key": "more-rows" },
      () => {
        this.#rows += 10 * PAGE;
        this.refresh(state);
      },
      this.#context.text("web.tables.more"),
    );
  }

  #head({ key, title, unit: symbol }: Column, order: TableView): HTMLElement {
    const { store, language } = this.#context;
    const is_sorted = order.sort === key;
    const sorted = order.descending ? "descending" : "ascending";
    const sort = button(
      { class: "gs-quiet", "data-key": `sort-${key}` },
      () => {
        store.set({ table: { ...order, sort: key, descending: is_sorted && !order.descending } });
      },
      this.#context.text(title),
    );
    const shown = unit(language, symbol);
    const unit_text =
      shown === "" || isTime(symbol) ? null : element("span", { class: "gs-soft" }, ` ${shown}`);
    const attributes = { scope: "col", "aria-sort": is_sorted ? sorted : null };
    const head = element("th", attributes, sort, unit_text);
    attribute(head, "class", symbol === "" ? null : "gs-right");
    return head;
  }

  #row(table: Table, { target, values }: Row, k: number, state: State): HTMLElement {
    const is_selected =
      target !== null && state.selected?.kind === target.kind && state.selected.id === target.id;
    const cells = values.map((value, place) => {
      const column = table.columns[place]!;
      const text = this.#written(value, column);
      if (place === 0) return element("th", { scope: "row" }, this.#link(text, target, k));
      return element("td", { class: column.unit === "" ? null : "gs-right" }, text);
    });
    return element("tr", { "aria-current": is_selected ? "true" : null }, ...cells);
  }

  #link(text: string, target: Selection | null, k: number): Node {
    const { store } = this.#context;
    if (target === null) return document.createTextNode(text);
    const key = `row-${target.kind}-${target.id}-${k}`;
    return button({ class: "gs-quiet", "data-key": key }, () => store.set(chosen(target)), text);
  }

  #written(value: Value, { unit: symbol, decimals }: Column): string {
    if (value === null) return "–";
    if (typeof value === "string") return value;
    return isTime(symbol) ? clock(value) : number(this.#context.language, value, decimals);
  }

  #exports(): HTMLElement[] {
    const one = (name: string, title: string, make: () => void): HTMLElement =>
      button({ class: "gs-tab", "data-key": `export-${name}`, title }, make, name);
    const text = this.#context.text("web.tables.picture_file");
    return [
      element("span", { class: "gs-soft" }, this.#context.text("web.tables.save")),
      one("CSV", this.#context.text("web.tables.csv"), () => this.#saveTable()),
      one("GeoJSON", text, () => this.#savePicture("geojson")),
      one("CZML", text, () => this.#savePicture("czml")),
      one("KMZ", text, () => this.#savePicture("kmz")),
    ];
  }

  /** The open table as it is sorted; the flights where none is open. */
  #saveTable(): void {
    const { store, view, language } = this.#context;
    const { state } = store;
    const name = tableNames(state, view).find((each) => each === state.table?.name) ?? "flights";
    const table = tableOf(name, view, state, this.#picture.beside());
    const order = state.table ?? { sort: null, descending: false };
    const rows = sortedRows(table, language, order.sort, order.descending);
    const head = table.columns.map((column) => column.key);
    const values = rows.map((row) => row.values);
    download(`glasshield-${name}.csv`, "text/csv", csv(head, values, toldOf(this.#context, state)));
  }

  #savePicture(kind: "geojson" | "czml" | "kmz"): void {
    const { store, view } = this.#context;
    const told = toldOf(this.#context, store.state);
    const features = featuresOf(this.#picture.drawn());
    if (kind === "geojson") {
      download("glasshield.geojson", "application/geo+json", geojson(features, told));
    } else if (kind === "kmz") {
      download("glasshield.kmz", "application/vnd.google-earth.kmz", kmz(features, told));
    } else if (view !== null) {
      const text = czml(view, store.state, features, told);
      download("glasshield.czml", "application/json", text);
    }
  }
}

/** Times of flights are read as minutes and seconds. */
function isTime(symbol: string): boolean {
  return symbol === "s";
}
