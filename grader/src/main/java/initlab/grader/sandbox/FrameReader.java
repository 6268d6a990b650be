package initlab.grader.sandbox;

import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a process's frames in a thread of its own, so that they can be waited for with patience
 * that ends. What lies ready is no more than the longest frame, and one more: who writes more than
 * is asked for waits.
 */
final class FrameReader {
  private static final int OF_A_FRAME = 160; // bytes of memory besides its payload

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(Protocol.MAX_FRAME + OF_A_FRAME);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final DataInputStream in;
  private final Thread reader = new Thread(this::readAll, "initlab-reader");

  /** A frame, or what came instead, after which nothing comes. */
  private record Arrival(@Nullable Frame frame, @Nullable Throwable failure) {
    int size() {
      return frame == null ? 0 : frame.payload().length + OF_A_FRAME;
    }
  }

  FrameReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, Protocol.PIPE));
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    try {
      Arrival arrival;
      do {
        arrival = next();
        begun.countDown();
        room.acquire(arrival.size());
        arrivals.put(arrival);
      } while (arrival.failure() == null);
    } catch (InterruptedException e) {
      end(new IOException("the process was ended", e));
    } catch (OutOfMemoryError e) {
      end(e);
    }
  }

  /** Makes room for what whoever waits must be told. */
  private void end(Throwable failure) {
    arrivals.clear();
    arrivals.add(new Arrival(null, failure));
  }

  private Arrival next() {
    try {
      return new Arrival(Frame.readFrom(in), null);
    } catch (Throwable e) { // else an answer would be waited for that can come no more
      return new Arrival(null, e);
    }
  }

  /**
   * The next frame, if it comes in time.
   *
   * @throws IOException if the stream has ended, or what came is no frame
   * @throws HarnessFault if this JVM could not read it
   */
  Optional<Frame> poll(Duration time) throws IOException, InterruptedException {
    Arrival arrival = arrivals.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (arrival == null) {
      return Optional.empty();
    }
    room.release(arrival.size());
    Throwable failure = arrival.failure();
    if (failure == null) {
      return Optional.ofNullable(arrival.frame());
    }
    arrivals.put(arrival); // whoever asks again gets the same
    if (failure instanceof IOException e) {
      throw e;
    }
    throw new HarnessFault("an answer could not be read: " + failure, failure);
  }

  /** Waits for the first frame, or for what came instead. */
  void awaitFirst(Duration time) throws InterruptedException {
    begun.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the thread, once the process has ended; whoever still waits is told. */
  void stop() {
    reader.interrupt();
  }
}
