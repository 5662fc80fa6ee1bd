using System.Globalization;

namespace NetDsl.Benchmarks.Scale;

/// <summary>The page with the figures of growth.</summary>
internal static class ScalePage
{
    public static string Of(
        string tables, IReadOnlyList<ScaleMeasurement> interfaces, IReadOnlyList<ScaleMeasurement> attachments, IReadOnlyList<ScaleMeasurement> routes) => $"""
        # Scale

        How time, memory and the cost of a decision grow with a network that is described at run time and lowered there, without generated code. Written by

            dotnet run -c Release --project tests/NetDsl.Benchmarks -- scale

        {Largest(interfaces[^1], attachments[^1], routes[^1])}

        *Describing* is what the builders take, *lowering* what `TopologyLowering.Lower` takes (median of three up to 10,000, else once), *loading* what `new CompiledNetwork` and
        its first decision take: processor time of the process, compilation by the JIT and garbage collection included. Bytes are the difference that a full collection leaves between before and
        after, an interface; strings of the description are shared by what follows from it. Where a network has a few MB, that difference is uncertain: the runtime frees some of its own meanwhile.
        Decisions are on packets between random hosts of different VPCs, one in ten of which is denied: one by one between all hosts, in batches (`CompiledNetwork.Decide(in PacketColumns, …)`) between
        256 of them, behind the first packet of each pair of classes; medians and quartiles of seven rounds of 131,072. Answers of batches are compared with those given one by one.

        ![Lowering](pictures/scale-lowering.svg)

        ![Memory an interface](pictures/scale-memory.svg)

        ![Decisions](pictures/scale-decisions.svg)

        - *Describing, lowering and loading*: the powers below say how they grow, 1 being in proportion. Between two sizes they differ from run to run, since garbage is collected when it is. In the
          first table VPCs have 10 to 200 hosts: lowering takes its time for each VPC, since hosts of a subnet have one source class, and a little for each interface.
        - *Memory an interface* falls with the hosts a VPC has, who share its tables, groups and programs.
        - *Decisions* search the ranges of destinations by halves, a step more for twice as many. One by one between all hosts they bend upwards where hosts, ranges and programs together no longer fit
          into the caches of the processor: each packet then reads lines that no packet before it has read. Batches between 256 hosts read a table of their pairs, which grows until each host is in a VPC of its own.
        - *Routes of a table* cost a range and a program each, and nothing for each interface.

        Past 20,000 paths from end to end (`TopologyLowering.MostWithoutJunctions`), paths of many sources meet at junctions: in the table of a transit gateway, for each zone in which packets enter
        it, and on the internet. A source has a program to the junction for what it tells apart itself, and a junction one for the rest of each way. So programs grow with VPCs and not with their
        square; where a source would go another way than others from a junction, because it would come back to its own route table or VPC, it keeps a path of its own.
        {tables}
        """.ReplaceLineEndings("\n");

    private static string Largest(ScaleMeasurement interfaces, ScaleMeasurement attachments, ScaleMeasurement routes) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {interfaces.Size:N0} interfaces are described in {Seconds(interfaces.Describing)} s, lowered in {Seconds(interfaces.Lowering)} s and loaded in {Seconds(interfaces.Loading)} s. Of each, the description takes
        {interfaces.DescriptionBytes / interfaces.Interfaces:N0} bytes, the graph {interfaces.GraphBytes / interfaces.Interfaces:N0} and the network over it {interfaces.NetworkBytes / interfaces.Interfaces:N0}. {attachments.Size:N0} attachments with four hosts each are
        lowered in {Seconds(attachments.Lowering)} s, {routes.Size:N0} routes of a table in {Seconds(routes.Lowering)} s.
        """);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.0#", CultureInfo.InvariantCulture);
}
