using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public sealed class BillTests : IDisposable
{
    readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void People_get_the_bill_by_item_and_by_path()
    {
        var run = Simulate("--bill", "--month");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Bill of Shop: a month of 730 hours, with the traffic of 10m 4380 times over, in US dollars\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("natGatewayHour  1460 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("shop use1-az1  internet", run.Output, StringComparison.Ordinal);
        Assert.Contains("by the hour", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_billed_for_its_hours()
    {
        var run = Simulate("--bill", "--duration", "2h");
        Assert.Contains("Bill of Shop: 2h of virtual time, in US dollars\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("natGatewayHour  4 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_get_a_bill_that_adds_up()
    {
        var bill = JsonNode.Parse(Simulate("--bill", "--json").Output)!["bill"]!;
        var total = (decimal)bill["total"]!;
        Assert.Equal(total, Sum(bill["items"]!));
        Assert.Equal(total, Sum(bill["lines"]!));
        Assert.Equal(total, Sum(bill["accounts"]!));
        Assert.Equal(total, Sum(bill["paths"]!) + (decimal)bill["standing"]!);
        Assert.Null(JsonNode.Parse(Simulate("--json").Output)!["bill"]);
    }

    [Fact]
    public void Prices_of_a_file_take_the_place_of_list_prices()
    {
        var (list, given) = (Bill(), Bill("--prices", PricesOf("{ // the day's\n  \"natGatewayHour\": 1.045 }")));
        Assert.Equal(2 * 10 / 60m, Math.Round((decimal)given["total"]! - (decimal)list["total"]!, 9), 9);
    }

    [Theory]
    [InlineData("{\n  \"natGatewayHours\": 1\n}", ":2:3: there is no price 'natGatewayHours'; did you mean 'natGatewayHour'")]
    [InlineData("{ \"natGatewayHour\": \"cheap\" }", ":1:21: 'cheap' is no price for natGatewayHour; write US dollars as a number from 0 to 1000000")]
    [InlineData("{ \"natGatewayHour\": -1 }", ":1:21: -1 is no price for natGatewayHour")]
    [InlineData("{ \"natGatewayHour\": 1e99 }", ":1:21: 1e99 is no price for natGatewayHour")]
    [InlineData("{ \"natGatewayHour\": [1] }", ":1:21: an array is no price for natGatewayHour")]
    [InlineData("{ \"natGatewayHour\": 1,\n \"natGatewayHour\": 2 }", ":2:2: the price natGatewayHour stands here for the second time; leave one out")]
    [InlineData("[]", ":1:1: prices stand in an object")]
    [InlineData("", ":1: this is not JSON")]
    [InlineData("{ \"natGatewayHour\": 1 }\n}", ":2: this is not JSON")]
    [InlineData("{ natGatewayHour: 1 }", ":1: this is not JSON")]
    public void A_file_that_has_no_prices_is_told_with_the_place_of_its_fault(string text, string message)
    {
        var file = PricesOf(text);
        var run = Simulate("--bill", "--prices", file);
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains($"error: --prices: {file}{message}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--month is about a bill; add --bill", "--month")]
    [InlineData("--prices is about a bill; add --bill", "--prices", "nowhere.json")]
    [InlineData("--prices: there is no file 'nowhere.json'", "--bill", "--prices", "nowhere.json")]
    public void Options_without_use_are_told(string message, params string[] args)
    {
        var run = Simulate(args);
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains(message, StringComparison.Ordinal)));
    }

    JsonNode Bill(params string[] args) => JsonNode.Parse(Simulate([.. args, "--bill", "--json"]).Output)!["bill"]!;

    CommandRun Simulate(params string[] args) =>
        CommandRun.Program(ExampleNetworks.Shop(), ["simulate", "--flows", "50", "--output", Path.Combine(scratch.Path, "logs"), .. args]);

    string PricesOf(string text)
    {
        var file = Path.Combine(scratch.Path, "prices.json");
        File.WriteAllText(file, text);
        return file;
    }

    static decimal Sum(JsonNode lines) => lines.AsArray().Sum(line => (decimal)line!["amount"]!);
}
