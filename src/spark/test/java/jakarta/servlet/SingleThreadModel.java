package jakarta.servlet;

/**
 * Gone from the servlet API that our server has, but Spark 4's metrics look for it when both are on
 * one class path, as in the tests. A cluster brings Spark's own servlet API.
 */
public interface SingleThreadModel {}
