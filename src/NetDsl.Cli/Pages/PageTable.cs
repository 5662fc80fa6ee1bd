namespace NetDsl.Cli.Pages;

/// <summary>A table of the page, with a search box where it is asked for. All rows are there without a script; with one, those that do not match are hidden.</summary>
/// <param name="Id">By what the script and links speak of it.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Columns">The headers; numbers stand to the right.</param>
/// <param name="Rows">The rows.</param>
internal sealed record PageTable(string Id, string Title, IReadOnlyList<PageColumn> Columns, IReadOnlyList<PageRow> Rows)
{
    /// <summary>The most rows that are written; a page with more would be slow.</summary>
    public const int MostRows = 2000;

    /// <summary>What the first column says, where it is a choice of few.</summary>
    public bool HasChoice { get; init; }

    /// <summary>What is said below the title; nothing when empty.</summary>
    public string Explanation { get; init; } = "";

    public void Write(HtmlWriter html) => html.Element(
        "section",
        () =>
        {
            html.Element("h2", Title);
            if (Explanation.Length > 0)
            {
                html.Element("p", Explanation, ("class", "quiet"));
            }

            WriteTools(html);
            html.Element("div", () => html.Element("table", () => WriteRows(html), ("id", Id)), ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Title));
            if (Rows.Count > MostRows)
            {
                html.Element("p", $"And {NumberText.Whole(Rows.Count - MostRows)} more; simulate --json lists all.", ("class", "quiet"));
            }
        });

    private void WriteTools(HtmlWriter html) => html.Element(
        "div",
        () =>
        {
            html.Element("label", () =>
            {
                html.Element("span", "Search");
                html.Single("input", ("type", "search"), ("data-search", Id), ("autocomplete", "off"));
            });
            if (HasChoice)
            {
                html.Element("label", () =>
                {
                    html.Element("span", Columns[0].Name);
                    html.Element(
                        "select",
                        () =>
                        {
                            html.Element("option", "all", ("value", ""));
                            foreach (var choice in Rows.Take(MostRows).Select(row => row.Cells[0]).Distinct())
                            {
                                html.Element("option", choice, ("value", choice));
                            }
                        },
                        ("data-choice", Id));
                });
            }

            html.Element("output", "", ("data-count", Id));
        },
        ("class", "tools"));

    private void WriteRows(HtmlWriter html)
    {
        html.Element("caption", Title, ("class", "unseen"));
        html.Element("thead", () => html.Element("tr", () =>
        {
            foreach (var column in Columns)
            {
                html.Element("th", column.Name, ("scope", "col"), ("class", column.Class));
            }
        }));
        html.Element("tbody", () =>
        {
            foreach (var row in Rows.Take(MostRows))
            {
                html.Element(
                    "tr",
                    () =>
                    {
                        foreach (var (column, cell) in Columns.Zip(row.Cells))
                        {
                            html.Element("td", cell, ("class", column.Class));
                        }
                    },
                    ("class", row.IsBad ? "bad" : "plain"));
            }
        });
    }
}

/// <summary>A column.</summary>
/// <param name="Name">Its header.</param>
/// <param name="IsNumber">Whether it has numbers.</param>
internal sealed record PageColumn(string Name, bool IsNumber = false)
{
    public string Class => IsNumber ? "number" : "word";
}

/// <summary>A row.</summary>
/// <param name="IsBad">Whether it deserves a look.</param>
/// <param name="Cells">A cell for each column.</param>
internal sealed record PageRow(bool IsBad, params IReadOnlyList<string> Cells);
