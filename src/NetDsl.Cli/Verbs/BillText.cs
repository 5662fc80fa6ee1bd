using System.Globalization;
using System.Text.Json.Nodes;
using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Simulation;

namespace NetDsl.Cli.Verbs;

/// <summary>A bill as people and machines read it.</summary>
internal static class BillText
{
    private const int MostPaths = 30;

    public static void Print(Bill bill, Prices prices, TimeSpan duration, Terminal terminal)
    {
        terminal.Line();
        terminal.Line(
            bill.Scale == 1
                ? $"Bill of {bill.Network}: {DurationValue.Write(duration)} of virtual time, in US dollars"
                : $"Bill of {bill.Network}: a month of {Bill.HoursOfMonth} hours, with the traffic of {DurationValue.Write(duration)} {Number(bill.Scale)} times over, in US dollars",
            Tone.Strong);
        terminal.Table(
            ["item", "quantity", "", "price", "amount"],
            [
                .. bill.ByItem().Select(line => new TableRow(
                    Tone.Plain, line.Item.Name, Number(line.Quantity), Unit(line.Item), Number(prices[line.Item]), Dollars(line.Amount))),
                new TableRow(Tone.Strong, "total", "", "", "", Dollars(bill.Total)),
            ]);
        PrintPaths(bill, terminal);
        PrintAccounts(bill, terminal);
    }

    public static JsonObject Machine(Bill bill, Prices prices) => new()
    {
        ["currency"] = "USD",
        ["hours"] = bill.Hours,
        ["trafficTimes"] = bill.Scale,
        ["total"] = bill.Total,
        ["standing"] = bill.Standing,
        ["items"] = MachineText.Array(bill.ByItem().Select(line => new JsonObject
        {
            ["item"] = line.Item.Name,
            ["unit"] = Unit(line.Item),
            ["quantity"] = line.Quantity,
            ["price"] = prices[line.Item],
            ["amount"] = line.Amount,
        })),
        ["paths"] = MachineText.Array(bill.ByPath().Select(path => new JsonObject
        {
            ["from"] = path.Traffic.Path.From,
            ["to"] = path.Traffic.Path.To,
            ["through"] = MachineText.Array(path.Traffic.Path.Through.Select(name => JsonValue.Create(name))),
            ["gigabytes"] = path.Traffic.Gigabytes,
            ["amount"] = path.Amount,
        })),
        ["accounts"] = MachineText.Array(bill.ByAccount().Select(account => new JsonObject { ["account"] = account.Account, ["amount"] = account.Amount })),
        ["lines"] = MachineText.Array(bill.Lines.Select(line => new JsonObject
        {
            ["account"] = line.Account,
            ["item"] = line.Item.Name,
            ["element"] = line.Element,
            ["from"] = line.Path?.From,
            ["to"] = line.Path?.To,
            ["quantity"] = line.Quantity,
            ["amount"] = line.Amount,
        })),
    };

    private static void PrintPaths(Bill bill, Terminal terminal)
    {
        if (bill.Traffic.Count == 0)
        {
            return;
        }

        terminal.Line();
        var dearest = bill.ByPath().OrderByDescending(path => path.Amount).ThenByDescending(path => path.Traffic.Gigabytes).ToList();
        terminal.Table(
            ["from", "to", "through", "GB", "amount"],
            [
                .. dearest.Take(MostPaths).Select(path => new TableRow(
                    Tone.Plain,
                    path.Traffic.Path.From,
                    path.Traffic.Path.To,
                    string.Join(", ", path.Traffic.Path.Through),
                    Number(path.Traffic.Gigabytes),
                    Dollars(path.Amount))),
                new TableRow(Tone.Plain, "by the hour", "", "", "", Dollars(bill.Standing)),
            ]);
        if (dearest.Count > MostPaths)
        {
            terminal.Line($"and {dearest.Count - MostPaths} cheaper paths; --json lists all", Tone.Quiet);
        }
    }

    private static void PrintAccounts(Bill bill, Terminal terminal)
    {
        var accounts = bill.ByAccount().ToList();
        if (accounts.Count > 1)
        {
            terminal.Line();
            terminal.Table(["account", "amount"], [.. accounts.Select(account => new TableRow(Tone.Plain, account.Account, Dollars(account.Amount)))]);
        }
    }

    private static string Unit(PricedItem item) => item.Unit == PriceUnit.Hour ? "hours" : "GB";

    private static string Dollars(decimal amount) => amount.ToString("0.00####", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
