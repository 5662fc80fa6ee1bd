using NetDsl.Addressing;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Sorts senders into rows and destinations into columns, such that everything that a path looks at, but for protocol and port, is the same for all packets of one row and column.
/// </summary>
internal interface IPacketClasses
{
    /// <summary>How many rows there are.</summary>
    int RowCount { get; }

    /// <summary>How many columns there are.</summary>
    int ColumnCount { get; }

    /// <summary>Somebody of a row, and the source that it writes.</summary>
    (int Sender, IpAddress Source) RowExample(int row);

    /// <summary>A destination of a column.</summary>
    IpAddress ColumnExample(int column);
}
