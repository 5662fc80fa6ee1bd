using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>A number that is drawn anew each time, such as a size in bytes or a time in seconds; never below 0.</summary>
public abstract record Distribution
{
    private Distribution()
    {
    }

    /// <summary>The mean; infinite where there is none.</summary>
    public abstract double Mean { get; }

    /// <summary>Draws a number.</summary>
    /// <param name="random">Where it comes from.</param>
    public abstract double Draw(ref RandomStream random);

    /// <summary>Draws a whole number, at least so much; what has no bound ends at 2³⁰.</summary>
    internal int DrawWhole(ref RandomStream random, int least) => (int)Math.Clamp(Math.Round(Draw(ref random)), least, 1 << 30);

    /// <summary>Always the same.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Constant(double Value) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Value;

        /// <inheritdoc/>
        public override double Draw(ref RandomStream random) => Value;
    }

    /// <summary>Anything between two numbers.</summary>
    /// <param name="Least">The lower one.</param>
    /// <param name="Most">The higher one.</param>
    public sealed record Uniform(double Least, double Most) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => (Least + Most) / 2;

        /// <inheritdoc/>
        public override double Draw(ref RandomStream random) => Most - ((Most - Least) * random.Share());
    }

    /// <summary>Times between things that do not know of each other.</summary>
    /// <param name="Average">The mean.</param>
    public sealed record Exponential(double Average) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Average;

        /// <inheritdoc/>
        public override double Draw(ref RandomStream random) => -Average * Math.Log(random.Share());
    }

    /// <summary>Its logarithm is normal: times of services.</summary>
    /// <param name="Median">Half are below.</param>
    /// <param name="Sigma">The deviation of the logarithm.</param>
    public sealed record Lognormal(double Median, double Sigma) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Median * Math.Exp(Sigma * Sigma / 2);

        /// <inheritdoc/>
        public override double Draw(ref RandomStream random) => Median * Math.Exp(Sigma * random.Normal());
    }

    /// <summary>Many are small and few carry most: sizes of files.</summary>
    /// <param name="Least">The least.</param>
    /// <param name="Shape">The exponent of the tail; above 1 for a mean.</param>
    public sealed record Pareto(double Least, double Shape) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Shape > 1 ? Least * Shape / (Shape - 1) : double.PositiveInfinity;

        /// <inheritdoc/>
        public override double Draw(ref RandomStream random) => Least / Math.Pow(random.Share(), 1 / Shape);
    }
}
