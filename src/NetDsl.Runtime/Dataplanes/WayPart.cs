namespace NetDsl.Runtime;

/// <summary>What a part of a packet's way is.</summary>
public enum WayPartKind
{
    /// <summary>It is sent by nobody with an entry in the holder table: the index is that of the source class, of the internet or a service.</summary>
    Source,

    /// <summary>It is at somebody with an address, first its sender: the index is that of the holder table.</summary>
    Holder,

    /// <summary>It takes a path program: the index is that of the graph's table of programs.</summary>
    Program,

    /// <summary>
    /// An appliance behind a Gateway Load Balancer endpoint looks at it: the index is that of the holder table. One for each inspection of the program
    /// before, in order.
    /// </summary>
    Appliance,

    /// <summary>It is dropped: the index is the number of steps of the last program that it has passed.</summary>
    Drop,
}

/// <summary>A part of a packet's way through the graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Which.</param>
public readonly record struct WayPart(WayPartKind Kind, int Index);
