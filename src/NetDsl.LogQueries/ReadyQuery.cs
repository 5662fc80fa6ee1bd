namespace NetDsl.LogQueries;

/// <summary>A query that somebody often asks, under a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Sql">What it asks; fields of the default format are enough.</param>
public sealed record ReadyQuery(string Name, string Description, string Sql)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReadyQuery> All { get; } =
    [
        new(
            "top-talkers",
            "the 20 pairs of addresses that had most bytes accepted, at each interface that saw them",
            """
            SELECT interface_id, srcaddr, dstaddr, sum(bytes) AS bytes, sum(packets) AS packets, count(*) AS records
            FROM flow_logs
            WHERE action = 'ACCEPT'
            GROUP BY interface_id, srcaddr, dstaddr
            ORDER BY bytes DESC, interface_id, srcaddr, dstaddr
            LIMIT 20
            """),
        new(
            "rejects",
            "the 50 most frequent of what was rejected: where, from and to which address, and at which port",
            """
            SELECT interface_id, srcaddr, dstaddr, protocol, dstport, sum(packets) AS packets, count(*) AS records
            FROM flow_logs
            WHERE action = 'REJECT'
            GROUP BY interface_id, srcaddr, dstaddr, protocol, dstport
            ORDER BY packets DESC, interface_id, srcaddr, dstaddr, protocol, dstport
            LIMIT 50
            """),
        new(
            "accept-out-reject-in",
            "what one interface let out and was rejected on the way in: a request at its receiver, or a reply at the sender",
            """
            WITH accepted AS (
              SELECT DISTINCT interface_id, srcaddr, dstaddr, protocol, srcport, dstport FROM flow_logs WHERE action = 'ACCEPT'
            ), rejected AS (
              SELECT interface_id, srcaddr, dstaddr, protocol, srcport, dstport, sum(packets) AS packets
              FROM flow_logs WHERE action = 'REJECT' GROUP BY ALL
            ), both_ways AS (
              SELECT 'request' AS rejected, a.interface_id AS let_out_by, r.interface_id AS rejected_by, r.srcaddr, r.dstaddr, r.protocol, r.dstport AS port, r.packets
              FROM accepted a JOIN rejected r USING (srcaddr, dstaddr, protocol, srcport, dstport)
              WHERE a.interface_id <> r.interface_id
              UNION ALL
              SELECT 'reply', a.interface_id, r.interface_id, r.srcaddr, r.dstaddr, r.protocol, r.srcport, r.packets
              FROM accepted a JOIN rejected r ON a.interface_id = r.interface_id AND a.protocol = r.protocol
                AND a.srcaddr = r.dstaddr AND a.dstaddr = r.srcaddr AND a.srcport = r.dstport AND a.dstport = r.srcport
            )
            SELECT rejected, let_out_by, rejected_by, srcaddr, dstaddr, protocol, port, sum(packets) AS packets
            FROM both_ways
            GROUP BY ALL
            ORDER BY packets DESC, rejected, let_out_by, rejected_by, srcaddr, dstaddr, protocol, port
            """),
    ];
}
