using System.CommandLine;
using NetDsl.Cli.Sources;
using NetDsl.Runtime;
using NetDsl.Simulation;

namespace NetDsl.Cli.CommandLine;

/// <summary>The options of a command that say whether a bill is wanted, and by which prices.</summary>
internal sealed class BillChoice
{
    private readonly Option<bool> bill = new("--bill") { Description = "Print what the network and this traffic cost, item by item and path by path" };
    private readonly Option<bool> month = new("--month") { Description = "Bill a month of 730 hours, with the traffic of the run over and over" };
    private readonly Option<string?> prices = new("--prices") { HelpName = "FILE", Description = "Prices in place of list prices, as JSON: { \"natGatewayHour\": 0.05 }" };

    public BillChoice(Command command)
    {
        foreach (var option in new Option[] { bill, month, prices })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What makes the bill when the run is over; nothing when none is wanted.</summary>
    public BillRequest? Read(ParseResult arguments)
    {
        var (isMonth, file) = (arguments.GetValue(month), arguments.GetValue(prices));
        return arguments.GetValue(bill) ? new BillRequest(isMonth, file is null ? Prices.List : PriceFile.Read(file))
            : isMonth ? throw new CommandException("--month is about a bill; add --bill")
            : file is not null ? throw new CommandException("--prices is about a bill; add --bill")
            : null;
    }
}

/// <summary>A bill that is wanted.</summary>
/// <param name="IsMonth">Whether of a month, and not of the run.</param>
/// <param name="Prices">By which prices.</param>
internal sealed record BillRequest(bool IsMonth, Prices Prices)
{
    /// <summary>Adds up the traffic of the run.</summary>
    public TrafficMeter Meter { get; } = new();

    public Bill Make(OpenTopology topology, CompiledNetwork network, TimeSpan duration) => IsMonth
        ? Billing.OfMonth(topology.Topology, network.Graph, Meter, duration, Prices)
        : Billing.OfRun(topology.Topology, network.Graph, Meter, duration, Prices);
}
