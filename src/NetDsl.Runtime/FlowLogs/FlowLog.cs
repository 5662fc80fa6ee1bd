using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>A flow log that is kept: of a VPC, a transit gateway or an attachment.</summary>
/// <param name="Id">Its identifier, for example <c>fl-0a1b2c3d4e5f67890</c>.</param>
/// <param name="Resource">The path of what it monitors.</param>
/// <param name="Account">The owner of that.</param>
/// <param name="Region">Its region.</param>
/// <param name="Format">Which fields its records show.</param>
/// <param name="Refusal">Why nothing of it is delivered, and what would let it; nothing when it is.</param>
internal sealed record FlowLog(string Id, string Resource, string Account, string Region, FlowLogFormat Format, string? Refusal)
{
    /// <summary>How it fares.</summary>
    public FlowLogState State => new(Id, Resource, Refusal is null ? FlowLogStatus.Active : FlowLogStatus.AccessError, Refusal);

    /// <summary>The flow logs that are asked for, by the nodes of what they monitor.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="selection">Which interfaces that is.</param>
    /// <param name="refusal">Why what an account owns is not delivered.</param>
    /// <exception cref="ArgumentException">One cannot be, or a name could lead out of a folder.</exception>
    public static IReadOnlyDictionary<int, FlowLog> All(ForwardingGraph graph, FlowLogOptions options, FlowLogSelection selection, Func<string, string?> refusal)
    {
        var vpcs = graph.Vpcs
            .Where(vpc => selection.HasVpc(vpc.Node))
            .Select(vpc => (vpc.Node, Log: new FlowLog(VendorIds.FlowLog(graph.Nodes[vpc.Node]), graph.Nodes[vpc.Node].Path, vpc.Account, vpc.Region, options.Format, refusal(vpc.Account))));
        var gateways = TransitGatewayLogs.Of(graph, options)
            .Select(log => (log.Node, Log: new FlowLog(
                VendorIds.FlowLog(graph.Nodes[log.Node]), graph.Nodes[log.Node].Path, log.Gateway.Account, log.Gateway.Region, options.TransitGatewayFormat, refusal(log.Gateway.Account))));
        var logs = vpcs.Concat(gateways).ToDictionary(each => each.Node, each => each.Log);
        foreach (var log in logs.Values)
        {
            FlowLogKeys.RefuseAsPath(log.Account, "account");
            FlowLogKeys.RefuseAsPath(log.Region, "region");
        }

        return logs;
    }
}
