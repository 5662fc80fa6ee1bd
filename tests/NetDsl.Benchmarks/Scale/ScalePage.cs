namespace NetDsl.Benchmarks.Scale;

/// <summary>The page with the figures of growth.</summary>
internal static class ScalePage
{
    public static string Of(string tables) => $"""
        # Scale

        How time, memory and the cost of a decision grow with a network that is described at run time and lowered there, without generated code. Written by

            dotnet run -c Release --project tests/NetDsl.Benchmarks -- scale

        *Describing* is what the builders take, *lowering* what `TopologyLowering.Lower` takes (median of three up to 10,000, else once), *loading* what `new CompiledNetwork` and
        its first decision take. Bytes are those that are held after a full collection, an interface; strings of the description are shared by what follows from it. Decisions are
        on packets between random hosts of different VPCs, one in ten of which is denied: one by one between all hosts, in batches (`CompiledNetwork.Decide(in PacketColumns, …)`)
        between 256 of them, behind the first packet of each pair of classes; medians and quartiles of seven rounds of 131,072. Answers of batches are compared with those given one by one.

        ![Lowering](pictures/scale-lowering.svg)

        ![Memory an interface](pictures/scale-memory.svg)

        ![Decisions](pictures/scale-decisions.svg)

        Past 20,000 paths from end to end (`TopologyLowering.MostWithoutJunctions`), paths of many sources meet at junctions: in the table of a transit gateway, for each zone in which packets enter
        it, and on the internet. A source has a program to the junction for what it tells apart itself, and a junction one for the rest of each way. So programs grow with VPCs and not with their
        square; where a source would go another way than others from a junction, because it would come back to its own route table or VPC, it keeps a path of its own.
        {tables}
        """.ReplaceLineEndings("\n");
}
