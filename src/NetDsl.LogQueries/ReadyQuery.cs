namespace NetDsl.LogQueries;

/// <summary>A query that somebody often asks, under a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Sql">What it asks; fields of the default format are enough.</param>
public sealed record ReadyQuery(string Name, string Description, string Sql)
{
    /// <summary>The fields that it asks for.</summary>
    public IReadOnlyList<string> Fields { get; init; } = ["interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "action"];

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
        new(
            "transit-losses",
            "what transit gateways dropped, and why: at which attachment, from and to which address",
            """
            SELECT tgw_attachment_id, srcaddr, dstaddr, protocol, dstport, sum(packets_lost_no_route) AS no_route, sum(packets_lost_blackhole) AS blackhole,
              sum(packets_lost_mtu_exceeded) AS mtu_exceeded, sum(packets_lost_ttl_expired) AS ttl_expired
            FROM flow_logs
            WHERE packets_lost_no_route + packets_lost_blackhole + packets_lost_mtu_exceeded + packets_lost_ttl_expired > 0
            GROUP BY tgw_attachment_id, srcaddr, dstaddr, protocol, dstport
            ORDER BY sum(packets_lost_no_route + packets_lost_blackhole + packets_lost_mtu_exceeded + packets_lost_ttl_expired) DESC, tgw_attachment_id, srcaddr, dstaddr, protocol, dstport
            LIMIT 50
            """)
        {
            Fields =
            [
                "tgw-attachment-id", "srcaddr", "dstaddr", "protocol", "dstport",
                "packets-lost-no-route", "packets-lost-blackhole", "packets-lost-mtu-exceeded", "packets-lost-ttl-expired",
            ],
        },
    ];
}
